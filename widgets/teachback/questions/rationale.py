"""Rationale items: X because of Y, or because of Y and Z; pairs are scored, not words."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, Self

from pydantic import model_validator

from teachback.model import Parts, Text
from teachback.questions.blanks import BlanksQuestion, refuse_other_blanks
from teachback.questions.drag_drop import TokensQuestion
from teachback.questions.scoring import Scoring, rationale

_DYAD, _TRIAD = {"x", "y"}, {"x", "y", "z"}


def _require_pair(ids: Collection[str]) -> None:
    if set(ids) not in (_DYAD, _TRIAD):
        msg = f"needs the blanks x and y, or x, y and z, found {', '.join(ids)}"
        raise ValueError(msg)


def _scoring(elements: list[str]) -> Scoring:
    effect = next(one for one in elements if one.startswith("x:"))
    return rationale(effect, (one for one in elements if one != effect))


class DropDownRationale(BlanksQuestion):
    """A sentence with the blanks x (the effect), y and perhaps z (the causes), a list for each."""

    type: Literal["drop_down_rationale"]
    text: Text

    @model_validator(mode="after")
    def _blanks_make_pairs(self) -> Self:
        ids = [blank.id for blank in self.blanks]
        _require_pair(ids)
        refuse_other_blanks(self.text, ids)
        return self

    def control(self) -> Parts:
        """Return the blanks in their sentence."""
        return self.sentence(self.text)

    def scoring(self) -> Scoring:
        """Return a point for each right pair."""
        return _scoring(self.right_elements())


class DragDropRationale(TokensQuestion):
    """The same with one list of tokens for all blanks."""

    type: Literal["drag_drop_rationale"]

    @model_validator(mode="after")
    def _targets_make_pairs(self) -> Self:
        _require_pair([target.id for target in self.targets])
        if any(target.pool for target in self.targets):
            msg = "targets of a rationale are not interchangeable; remove 'pool'"
            raise ValueError(msg)
        return self

    def scoring(self) -> Scoring:
        """Return a point for each right pair."""
        return _scoring(self.right_elements())
