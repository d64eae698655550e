"""Symptoms: what a checklist asks, and which further fields a rule may look at."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from teachback.model import Id, PickOne, StrictModel, Text, yes_no_unsure


class SymptomGroup(StrictModel):
    """Symptoms that are asked together, under one heading."""

    id: Id
    title: Text


class Symptom(StrictModel):
    """Something a person may notice, asked in plain words; 'not sure' counts as yes."""

    id: Id
    group: Id
    ask: Text
    ask_other: Text = Field(description="The same, asked of somebody who answers for the person.")
    red_flag: bool
    fields: tuple[Literal["changed", "severity", "days"], ...] = Field(strict=False)

    def control(self) -> PickOne:
        """Return yes, no or not sure."""
        return yes_no_unsure()


class Place(StrictModel):
    """A place on the body map: what hurting there answers, by symptom."""

    id: Id = Field(description="The data-place of the picture; a place off the picture has none.")
    text: Text
    marks: dict[Id, Literal["yes", "unsure"]]


class Modifier(StrictModel):
    """A circumstance that a rule may look at; `missing` is what an unanswered one counts as."""

    id: Id
    ask: Text
    ask_other: Text
    missing: bool
