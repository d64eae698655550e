"""Numeric entry: a number with its unit; what is near has its own reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import Field, model_validator

from teachback.model import Answer, EnterNumber, Id, StrictModel, Text, refuse_double_ids
from teachback.questions.base import Question
from teachback.questions.scoring import Scoring, one_right

RIGHT, OTHER = "right", "other"


class Unit(StrictModel):
    """A unit that a person can choose, and how many of the first unit one of it is."""

    text: Text
    factor: float = Field(default=1.0, gt=0)


class Near(StrictModel):
    """A range of wrong numbers, in the first unit, that a known slip leads to."""

    id: Id
    least: float
    most: float
    why: Text


class NumericEntry(Question):
    """A number that counts when it is within `tolerance` of `answer`, in the first unit.

    A number right in value under the wrong unit is wrong: a unit is part of a dose.
    """

    type: Literal["numeric_entry"]
    answer: float
    tolerance: float = Field(default=0.0, ge=0)
    units: tuple[Unit, ...] = Field(min_length=1, strict=False)
    least: float = 0.0
    most: float
    why: Text
    near: tuple[Near, ...] = Field(default=(), strict=False)
    otherwise: Text = Field(description="The reason for any other number.")

    @model_validator(mode="after")
    def _ranges_make_sense(self) -> Self:
        refuse_double_ids(self.near, "range")
        if not self.least <= self.answer <= self.most:
            msg = f"the answer {self.answer:g} is not between {self.least:g} and {self.most:g}"
            raise ValueError(msg)
        if any(one.id in {RIGHT, OTHER} for one in self.near):
            msg = f"'{RIGHT}' and '{OTHER}' are taken; give the range another id"
            raise ValueError(msg)
        return self

    def control(self) -> EnterNumber:
        """Return a place for a number and its unit."""
        top = max(self.most / unit.factor for unit in self.units)
        units = tuple(unit.text for unit in self.units)
        return EnterNumber(units=units, least=self.least, most=max(top, self.most))

    def ranges(self) -> tuple[tuple[str, str, float, float], ...]:
        """Return the ranges in every unit; the first that holds a number names it."""
        slack = 1e-9 * max(1.0, abs(self.answer))
        bounds = [
            (RIGHT, self.answer - self.tolerance - slack, self.answer + self.tolerance + slack)
        ]
        bounds += [(one.id, one.least, one.most) for one in self.near]
        return tuple(
            (element, unit.text, least / unit.factor, most / unit.factor)
            for element, least, most in bounds
            for unit in self.units
        )

    def elements(self, answer: Answer) -> tuple[str, ...]:
        """Return the range that the number falls into."""
        assert isinstance(answer, Mapping)  # noqa: S101  what the control returns
        number, unit = answer["value"], answer["unit"]
        found = (
            element
            for element, in_unit, least, most in self.ranges()
            if in_unit == unit and least <= number <= most
        )
        return (next(found, OTHER),)

    def scoring(self) -> Scoring:
        """Return one point for the right number."""
        return one_right(RIGHT)

    def key(self) -> Mapping[str, object]:
        """Return the right number in the first unit."""
        return {"value": self.answer, "unit": self.units[0].text}

    def reasons(self) -> Mapping[str, str]:
        """Return the reason of each range, and of any other number."""
        return {RIGHT: self.why, **{one.id: one.why for one in self.near}, OTHER: self.otherwise}

    def choices(self) -> Mapping[str, str]:
        """Return the right number in words."""
        return {RIGHT: f"{self.answer:g} {self.units[0].text}"}
