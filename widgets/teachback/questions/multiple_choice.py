"""Multiple choice: one of the options is right."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from teachback.model import PickOne
from teachback.questions.base import drawn, require_right, right_ids
from teachback.questions.options import OptionsQuestion
from teachback.questions.scoring import Scoring, one_right


class MultipleChoice(OptionsQuestion):
    """A question with exactly one right option: one point or none."""

    type: Literal["multiple_choice"] = "multiple_choice"

    @model_validator(mode="after")
    def _one_is_right(self) -> Self:
        require_right(self.options, 1)
        return self

    def control(self) -> PickOne:
        """Return a list to pick one option from."""
        return PickOne(options=drawn(self.options))

    def scoring(self) -> Scoring:
        """Return one point for the right option."""
        return one_right(self.key())

    def key(self) -> str:
        """Return the right option's id."""
        return right_ids(self.options)[0]
