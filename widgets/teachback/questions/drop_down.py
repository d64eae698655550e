"""Drop-down cloze and drop-down table: blanks with a list each, one point for each."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from teachback.model import Parts, Text
from teachback.questions.blanks import BlanksQuestion, refuse_other_blanks
from teachback.questions.scoring import Scoring, zero_one


class DropDownCloze(BlanksQuestion):
    """A sentence with blanks, written `[blank]` in `text`."""

    type: Literal["drop_down_cloze"]
    text: Text

    @model_validator(mode="after")
    def _text_has_the_blanks(self) -> Self:
        refuse_other_blanks(self.text, (blank.id for blank in self.blanks))
        return self

    def control(self) -> Parts:
        """Return the blanks in their sentence."""
        return self.sentence(self.text)

    def scoring(self) -> Scoring:
        """Return one point for each blank."""
        return zero_one(self.right_elements(), "blank")


class DropDownTable(BlanksQuestion):
    """A table of two columns: what a row is about, and a blank; `headings` names both."""

    type: Literal["drop_down_table"]
    headings: tuple[Text, Text] = Field(strict=False)

    def control(self) -> Parts:
        """Return the blanks as rows."""
        return Parts(look="list", parts=self.parts(), headings=self.headings)

    def scoring(self) -> Scoring:
        """Return one point for each row."""
        return zero_one(self.right_elements(), "row")
