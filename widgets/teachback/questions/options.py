"""What the question types with a list of reasoned options share."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field, field_validator

from teachback.model import Option, refuse_double_ids
from teachback.questions.base import Question, ReasonedOption


class OptionsQuestion(Question):
    """A question whose answer picks from a list; each option has its own reason."""

    options: tuple[ReasonedOption, ...] = Field(min_length=2, max_length=10, strict=False)

    @field_validator("options")
    @classmethod
    def _each_id_once(cls, options: tuple[ReasonedOption, ...]) -> tuple[ReasonedOption, ...]:
        refuse_double_ids(options, "option")
        return options

    def drawn_options(self) -> tuple[Option, ...]:
        """Return the options as a control shows them: no key, no reason."""
        return tuple(Option(id=option.id, text=option.text) for option in self.options)

    def right_ids(self) -> tuple[str, ...]:
        """Return the ids of the right options, in their order."""
        return tuple(option.id for option in self.options if option.right is not None)

    def reasons(self) -> Mapping[str, str]:
        """Return each option's reason."""
        return {option.id: option.why for option in self.options}
