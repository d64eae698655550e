"""What a clinician must decide."""

from __future__ import annotations

from pydantic import Field

from teachback.model.base import Id, StrictModel, Text


class OpenQuestion(StrictModel):
    """A question that the sources leave open, what was chosen, and the rules it is about."""

    id: Id
    question: Text
    chosen: Text
    sources: tuple[Id, ...] = Field(min_length=1, strict=False)
    rules: tuple[Id, ...] = Field(strict=False)
