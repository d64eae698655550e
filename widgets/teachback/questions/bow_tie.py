"""Bow-tie: what the person most likely has, two things to do, two things to watch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, Self

from pydantic import Field, model_validator

from teachback.model import Part, Parts, PickOne, refuse_double_ids
from teachback.questions.base import Question, Reasoned, drawn, require_right, right_ids
from teachback.questions.scoring import Scoring, zero_one

WINGS = {"actions": 2, "condition": 1, "parameters": 2}
"""How many options are right in each part of the tie."""

_LABELS = {
    "actions": "Action to take",
    "condition": "Condition most likely",
    "parameters": "Parameter to watch",
}


class BowTie(Question):
    """Two actions, one condition, two parameters: one point for each; wings have no order."""

    type: Literal["bow_tie"]
    actions: tuple[Reasoned, ...] = Field(min_length=3, max_length=5, strict=False)
    condition: tuple[Reasoned, ...] = Field(min_length=2, max_length=4, strict=False)
    parameters: tuple[Reasoned, ...] = Field(min_length=3, max_length=5, strict=False)

    @model_validator(mode="after")
    def _wings_are_filled(self) -> Self:
        for wing, options in self._wings():
            refuse_double_ids(options, f"in {wing} option")
            require_right(options, WINGS[wing], wing)
        return self

    def _wings(self) -> Iterator[tuple[str, tuple[Reasoned, ...]]]:
        yield from (
            ("actions", self.actions),
            ("condition", self.condition),
            ("parameters", self.parameters),
        )

    def control(self) -> Parts:
        """Return five labelled choices in three groups."""
        return Parts(look="bow_tie", parts=tuple(self._parts()))

    def _parts(self) -> Iterator[Part]:
        for wing, options in self._wings():
            pick = PickOne(options=drawn(options))
            for number in range(1, WINGS[wing] + 1):
                label = _LABELS[wing] + (f" {number}" if WINGS[wing] > 1 else "")
                yield Part(id=f"{wing}_{number}", label=label, control=pick, pool=wing)

    def scoring(self) -> Scoring:
        """Return one point for each right choice."""
        right = (f"{wing}:{one}" for wing, options in self._wings() for one in right_ids(options))
        return zero_one(right, "choice")

    def key(self) -> Mapping[str, str]:
        """Return a right answer: the wings in the order of their options."""
        return {
            f"{wing}_{number}": one
            for wing, options in self._wings()
            for number, one in enumerate(right_ids(options), start=1)
        }

    def reasons(self) -> Mapping[str, str]:
        """Return each option's reason."""
        return {f"{wing}:{one.id}": one.why for wing, options in self._wings() for one in options}

    def choices(self) -> Mapping[str, str]:
        """Return each option's words."""
        return {f"{wing}:{one.id}": one.text for wing, options in self._wings() for one in options}
