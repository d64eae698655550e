"""A calculator as content: what is asked, the steps that lead to a number, and what it means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, model_validator

from teachback.calculators.formula import compiled, names_in
from teachback.model import Id, StrictModel, Text, refuse_double_ids

PLACE = re.compile(r"\[([A-Za-z][A-Za-z0-9_]*)\]")
"""A place in a text where a value is filled in: `[albumin]`."""


def _is_formula(text: str) -> str:
    compiled(text)
    return text


Formula = Annotated[Text, AfterValidator(_is_formula)]
"""Arithmetic over names of inputs, steps and what options set; holds or not is 1 or 0."""


class Choice(StrictModel):
    """One option; it may be worth points, and set numbers and words that formulas and texts use."""

    id: Id
    text: Text
    points: int | None = Field(default=None, ge=0)
    sets: dict[Id, float] = Field(default_factory=dict)
    words: dict[Id, Text] = Field(default_factory=dict)


class Range(StrictModel):
    """What a number may be: unit, smallest, largest, decimals, and what to do outside of it."""

    unit: Text
    least: float
    most: float
    decimals: int = Field(ge=0, le=3)
    hint: Text | None = None


class Input(StrictModel):
    """One thing to choose or to enter; a number's range may hang `by` an earlier choice."""

    id: Id
    ask: Text
    options: tuple[Choice, ...] = Field(default=(), strict=False)
    range: Range | None = None
    by: Id | None = None
    ranges: dict[Id, Range] = Field(default_factory=dict)
    only_if: Formula | None = Field(default=None, description="Asked only if this holds.")

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        refuse_double_ids(self.options, "option")
        kinds = [bool(self.options), self.range is not None, bool(self.ranges)]
        if sum(kinds) != 1 or bool(self.ranges) != (self.by is not None):
            msg = "needs one of 'options', 'range', or 'ranges' with 'by'"
            raise ValueError(msg)
        return self


class Step(StrictModel):
    """One line of the way to the result: what it says, and the number it gives."""

    id: Id
    formula: Formula
    decimals: int | Id = Field(default=0, description="A number, or a name that an option sets.")
    says: Text


class Outcome(StrictModel):
    """What a result means and what to do, if `when` holds; the first that holds counts."""

    when: Formula | None = None
    answer: Text
    level: Text
    action: Text


class WorkedExample(StrictModel):
    """Values, and the answer and level they must give; or the words of the refusal."""

    values: dict[Id, float | int | str]
    answer: Text | None = None
    level: Text | None = None
    refused: Text | None = None


class Calculator(StrictModel):
    """A calculator that teaches: every step is shown, with its source."""

    id: Id
    title: Text
    lead: Text
    inputs: tuple[Input, ...] = Field(min_length=1, strict=False)
    steps: tuple[Step, ...] = Field(min_length=1, strict=False)
    outcomes: tuple[Outcome, ...] = Field(min_length=1, strict=False)
    notes: tuple[Text, ...] = Field(default=(), strict=False)
    facts: tuple[Id, ...] = Field(min_length=1, strict=False)
    sources: tuple[Id, ...] = Field(min_length=1, strict=False)
    examples: tuple[WorkedExample, ...] = Field(min_length=1, strict=False)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        refuse_double_ids((*self.inputs, *self.steps), "input or step")
        *some, last = self.outcomes
        if last.when or not all(outcome.when for outcome in some):
            msg = "every outcome but the last needs 'when', and the last must not have it"
            raise ValueError(msg)
        for where, unknown in self._unknown():
            msg = f"{where} uses '{unknown}', which no input or option above it gives; correct it"
            raise ValueError(msg)
        return self

    def _unknown(self) -> Iterator[tuple[str, str]]:
        known: set[str] = set()
        for one in self.inputs:
            yield from _missing(f"input '{one.id}'", known, one.only_if)
            known |= {one.id, *(name for option in one.options for name in option.sets)}
        words = {name for one in self.inputs for option in one.options for name in option.words}
        for step in self.steps:
            yield from _missing(f"step '{step.id}'", known, step.formula)
            known.add(step.id)
            yield from _unfilled(f"step '{step.id}'", known | words, step.says)
        for outcome in self.outcomes:
            yield from _missing("an outcome", known, outcome.when)
            yield from _unfilled("an outcome", known | words, outcome.answer)


def _missing(where: str, known: set[str], formula: str | None) -> Iterator[tuple[str, str]]:
    used: Any = () if formula is None else names_in(compiled(formula))
    yield from ((where, name) for name in used if name not in known)


def _unfilled(where: str, known: set[str], text: str) -> Iterator[tuple[str, str]]:
    yield from ((where, name) for name in PLACE.findall(text) if name not in known)
