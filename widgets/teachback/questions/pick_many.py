"""Select all that apply: some of the options are right, perhaps all."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from teachback.model import PickMany
from teachback.questions.base import Scoring, Term
from teachback.questions.options import OptionsQuestion


class PickManyQuestion(OptionsQuestion):
    """A question with one or more right options: plus one, minus one, never below zero."""

    type: Literal["pick_many"]

    @model_validator(mode="after")
    def _some_are_right(self) -> Self:
        if not self.right_ids():
            msg = "needs at least one option under 'right', found none"
            raise ValueError(msg)
        return self

    def control(self) -> PickMany:
        """Return a list to pick any number of options from."""
        return PickMany(options=self.drawn_options())

    def scoring(self) -> Scoring:
        """Return plus one for each right option and minus one for each wrong one."""
        terms = (Term(1 if option.right else -1, (option.id,)) for option in self.options)
        rule = "One point for each right choice, one point off for each other choice."
        return Scoring((tuple(terms),), rule)

    def key(self) -> tuple[str, ...]:
        """Return the ids of all right options."""
        return self.right_ids()
