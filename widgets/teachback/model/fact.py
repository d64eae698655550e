"""What the course claims."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from teachback.model.base import Id, Reviewed, Text


class Fact(Reviewed):
    """One claim, in the clinician's words and in plain words, with where it comes from."""

    id: Id
    statement: Text
    plain: Text
    sources: tuple[Id, ...] = Field(min_length=1, strict=False)
    audience: tuple[Literal["patient", "nurse"], ...] = Field(min_length=1, strict=False)
    opt_in: bool = Field(
        default=False, description="A figure of survival: only those meet it who chose to."
    )
    not_asked: Text | None = Field(default=None, description="Why no question asks for it.")
