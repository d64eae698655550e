"""Select N: the question says how many options to choose."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from teachback.model import PickMany
from teachback.questions.base import drawn, require_right, right_ids
from teachback.questions.options import OptionsQuestion
from teachback.questions.scoring import Scoring, zero_one


class SelectN(OptionsQuestion):
    """A question with N right options, and room for N: one point for each, none off."""

    type: Literal["multiple_response_select_n"]

    @model_validator(mode="after")
    def _some_are_right(self) -> Self:
        require_right(self.options)
        return self

    def control(self) -> PickMany:
        """Return a list to pick as many options from as are right."""
        return PickMany(options=drawn(self.options), most=len(self.key()))

    def scoring(self) -> Scoring:
        """Return one point for each right option."""
        return zero_one(self.key(), "choice")

    def key(self) -> tuple[str, ...]:
        """Return the ids of all right options."""
        return right_ids(self.options)
