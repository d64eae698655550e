"""Multiple choice: one of the options is right."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from teachback.model import PickOne
from teachback.questions.base import Scoring, Term
from teachback.questions.options import OptionsQuestion


class PickOneQuestion(OptionsQuestion):
    """A question with exactly one right option: one point or none."""

    type: Literal["pick_one"]

    @model_validator(mode="after")
    def _one_is_right(self) -> Self:
        if len(self.right_ids()) != 1:
            msg = f"needs exactly one option under 'right', found {len(self.right_ids())}"
            raise ValueError(msg)
        return self

    def control(self) -> PickOne:
        """Return a list to pick one option from."""
        return PickOne(options=self.drawn_options())

    def scoring(self) -> Scoring:
        """Return one point for the right option."""
        return Scoring(((Term(1, self.right_ids()),),), "One point for the right answer.")

    def key(self) -> str:
        """Return the right option's id."""
        return self.right_ids()[0]
