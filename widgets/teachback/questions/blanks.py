"""What the types with blanks share: selects in a sentence or a table, one right option in each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Self

from pydantic import Field, model_validator

from teachback.model import Id, Part, Parts, PickOne, StrictModel, Text, refuse_double_ids
from teachback.questions.base import Question, Reasoned, drawn, require_right, right_ids

_BLANK = re.compile(r"\[([A-Za-z][A-Za-z0-9_-]*)\]")


class Blank(StrictModel):
    """A place to fill from its own list; `label` names it for a screen reader."""

    id: Id
    label: Text
    options: tuple[Reasoned, ...] = Field(min_length=2, max_length=10, strict=False)

    @model_validator(mode="after")
    def _one_is_right(self) -> Self:
        refuse_double_ids(self.options, "option")
        require_right(self.options, 1, f"blank '{self.id}'")
        return self


def refuse_other_blanks(text: str, blanks: Iterable[str]) -> None:
    """Refuse a sentence whose `[blanks]` are not exactly these.

    Raises:
        ValueError: naming what is missing or too much.
    """
    written, known = _BLANK.findall(text), list(blanks)
    if sorted(written) != sorted(known):
        msg = f"the text has the blanks {written}, expected each of {known} once, in [ ]"
        raise ValueError(msg)


class BlanksQuestion(Question):
    """A question whose answer fills blanks, each from its own list."""

    blanks: tuple[Blank, ...] = Field(min_length=1, max_length=10, strict=False)

    @model_validator(mode="after")
    def _each_id_once(self) -> Self:
        refuse_double_ids(self.blanks, "blank")
        return self

    def parts(self) -> tuple[Part, ...]:
        """Return a choice for each blank."""
        return tuple(
            Part(id=blank.id, label=blank.label, control=PickOne(options=drawn(blank.options)))
            for blank in self.blanks
        )

    def sentence(self, text: str) -> Parts:
        """Return the blanks standing in their text."""
        return Parts(look="sentence", parts=self.parts(), text=text)

    def right_elements(self) -> list[str]:
        """Return the right element of each blank."""
        return [f"{blank}:{option}" for blank, option in self.key().items()]

    def key(self) -> Mapping[str, str]:
        """Return the right option of each blank."""
        return {blank.id: right_ids(blank.options)[0] for blank in self.blanks}

    def reasons(self) -> Mapping[str, str]:
        """Return each option's reason."""
        return {f"{b.id}:{option.id}": option.why for b in self.blanks for option in b.options}

    def choices(self) -> Mapping[str, str]:
        """Return each option's words."""
        return {f"{b.id}:{option.id}": option.text for b in self.blanks for option in b.options}
