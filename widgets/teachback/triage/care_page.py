"""The page that a person takes along: its words, and the questions to ask."""

from __future__ import annotations

from pydantic import Field

from teachback.model import Id, StrictModel, Text


class CarePage(StrictModel):
    """The fixed words of "My page for the care team"; the rest is what was ticked."""

    title: Text
    lead: Text
    teaches: Text
    questions: tuple[Text, ...] = Field(min_length=1, strict=False)
    facts: tuple[Id, ...] = Field(min_length=1, strict=False)
    sources: tuple[Id, ...] = Field(min_length=1, strict=False)


class Diary(StrictModel):
    """A week of symptoms on one sheet of paper: a row for each thing to write down."""

    title: Text
    lead: Text
    rows: tuple[Text, ...] = Field(min_length=3, max_length=12, strict=False)
    facts: tuple[Id, ...] = Field(min_length=1, strict=False)
    sources: tuple[Id, ...] = Field(min_length=1, strict=False)
