"""Drag-and-drop cloze: one list of tokens for all blanks of a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import Field, model_validator

from teachback.model import Id, Option, Part, Parts, PickOne, StrictModel, Text, refuse_double_ids
from teachback.questions.base import Question
from teachback.questions.blanks import refuse_other_blanks
from teachback.questions.scoring import Scoring, zero_one


class Token(StrictModel):
    """Words to put into a blank, and why they belong there, or nowhere."""

    id: Id
    text: Text
    why: Text


class Target(StrictModel):
    """A blank, the token that is right for it, and its name for a screen reader.

    Targets with the same `pool` are interchangeable.
    """

    id: Id
    label: Text
    right: Id
    pool: Id | None = None


class TokensQuestion(Question):
    """A sentence whose blanks are all filled from the same tokens."""

    text: Text
    tokens: tuple[Token, ...] = Field(min_length=2, max_length=12, strict=False)
    targets: tuple[Target, ...] = Field(min_length=1, max_length=6, strict=False)

    @model_validator(mode="after")
    def _ids_fit(self) -> Self:
        refuse_double_ids(self.tokens, "token")
        refuse_double_ids(self.targets, "target")
        refuse_other_blanks(self.text, (target.id for target in self.targets))
        known = {token.id for token in self.tokens}
        for target in self.targets:
            if target.right not in known:
                msg = (
                    f"target '{target.id}' names '{target.right}', expected one of {sorted(known)}"
                )
                raise ValueError(msg)
        return self

    def control(self) -> Parts:
        """Return a choice of all tokens for each target."""
        pick = PickOne(options=tuple(Option(id=one.id, text=one.text) for one in self.tokens))
        parts = tuple(
            Part(id=one.id, label=one.label, control=pick, pool=one.pool) for one in self.targets
        )
        return Parts(look="sentence", parts=parts, text=self.text)

    def right_elements(self) -> list[str]:
        """Return the right element of each target."""
        return [f"{target.pool or target.id}:{target.right}" for target in self.targets]

    def key(self) -> Mapping[str, str]:
        """Return the right token of each target."""
        return {target.id: target.right for target in self.targets}

    def reasons(self) -> Mapping[str, str]:
        """Return each token's reason, at every target."""
        return {element: token.why for element, token in self._pairs().items()}

    def choices(self) -> Mapping[str, str]:
        """Return each token's words, at every target."""
        return {element: token.text for element, token in self._pairs().items()}

    def _pairs(self) -> dict[str, Token]:
        places = dict.fromkeys(target.pool or target.id for target in self.targets)
        return {f"{place}:{token.id}": token for place in places for token in self.tokens}


class DragDropCloze(TokensQuestion):
    """One point for each target that holds its token; in a pool, whichever of its targets."""

    type: Literal["drag_drop_cloze"]

    def scoring(self) -> Scoring:
        """Return one point for each target."""
        return zero_one(self.right_elements(), "blank")
