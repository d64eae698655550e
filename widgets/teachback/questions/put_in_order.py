"""Put in order: steps that are written in their right order and shown in another."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Literal, Self

from pydantic import Field, model_validator

from teachback.model import Id, Option, Part, Parts, PickOne, StrictModel, Text, refuse_double_ids
from teachback.questions.base import Question
from teachback.questions.scoring import Scoring, zero_one


class OrderedStep(StrictModel):
    """One step, and why it stands where it stands."""

    id: Id
    text: Text
    why: Text


class PutInOrder(Question):
    """A list of places, each filled with a step: one point for each step in its place."""

    type: Literal["put_in_order"]
    steps: tuple[OrderedStep, ...] = Field(min_length=3, max_length=8, strict=False)

    @model_validator(mode="after")
    def _each_id_once(self) -> Self:
        refuse_double_ids(self.steps, "step")
        return self

    def control(self) -> Parts:
        """Return a choice of all steps for each place, never offered in the right order."""
        shown = list(self.steps)
        mixed = random.Random(self.id)  # noqa: S311  the same order for everybody, no secret
        while shown == list(self.steps):
            mixed.shuffle(shown)
        pick = PickOne(options=tuple(Option(id=step.id, text=step.text) for step in shown))
        places = range(1, len(self.steps) + 1)
        parts = tuple(Part(id=f"place_{n}", label=f"Step {n}", control=pick) for n in places)
        return Parts(look="list", parts=parts)

    def scoring(self) -> Scoring:
        """Return one point for each step in its place."""
        return zero_one((f"{place}:{step}" for place, step in self.key().items()), "place")

    def key(self) -> Mapping[str, str]:
        """Return the right step of each place."""
        return {f"place_{number}": step.id for number, step in enumerate(self.steps, start=1)}

    def reasons(self) -> Mapping[str, str]:
        """Return each step's reason, at every place."""
        return {f"{place}:{step.id}": step.why for place in self.key() for step in self.steps}

    def choices(self) -> Mapping[str, str]:
        """Return each step's words, at every place."""
        return {
            f"{place}:{step.id}": f"Step {number}: {step.text}"
            for number, place in enumerate(self.key(), start=1)
            for step in self.steps
        }
