"""Select all that apply: some of the options are right, perhaps all."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from teachback.model import PickMany
from teachback.questions.base import drawn, require_right, right_ids, wrong_ids
from teachback.questions.options import OptionsQuestion
from teachback.questions.scoring import Scoring, plus_minus


class SelectAll(OptionsQuestion):
    """A question with one or more right options: plus one, minus one, never below zero."""

    type: Literal["multiple_response_select_all"]

    @model_validator(mode="after")
    def _some_are_right(self) -> Self:
        require_right(self.options)
        return self

    def control(self) -> PickMany:
        """Return a list to pick any number of options from."""
        return PickMany(options=drawn(self.options))

    def scoring(self) -> Scoring:
        """Return plus one for each right option and minus one for each wrong one."""
        return plus_minus([(right_ids(self.options), wrong_ids(self.options))])

    def key(self) -> tuple[str, ...]:
        """Return the ids of all right options."""
        return right_ids(self.options)
