"""What the question types with a list of reasoned options share."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field, field_validator

from teachback.model import refuse_double_ids
from teachback.questions.base import Question, Reasoned


class OptionsQuestion(Question):
    """A question whose answer picks from a list; each option has its own reason."""

    options: tuple[Reasoned, ...] = Field(min_length=2, max_length=10, strict=False)

    @field_validator("options")
    @classmethod
    def _each_id_once(cls, options: tuple[Reasoned, ...]) -> tuple[Reasoned, ...]:
        refuse_double_ids(options, "option")
        return options

    def reasons(self) -> Mapping[str, str]:
        """Return each option's reason."""
        return {option.id: option.why for option in self.options}

    def choices(self) -> Mapping[str, str]:
        """Return each option's words."""
        return {option.id: option.text for option in self.options}
