"""The levels: how fast to get help, each with the fixed words that go with it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from teachback.model import Id, StrictModel, Text

LevelId = Literal["EMERGENCY_NOW", "SAME_DAY", "CALL_24_48H", "NEXT_VISIT", "NONE"]


class Level(StrictModel):
    """One of the levels of the clinical brief 3.1; a higher rank is more urgent."""

    id: LevelId
    rank: int = Field(ge=-1, le=3)
    name: Text
    text: Text


class DangerSign(StrictModel):
    """One sign that needs help at once."""

    id: Id
    text: Text


class DangerSigns(StrictModel):
    """The block that stands above every checklist, in the same words for everybody."""

    title: Text
    lead: Text
    action: Text
    signs: tuple[DangerSign, ...] = Field(min_length=1, strict=False)
    facts: tuple[Id, ...] = Field(min_length=1, strict=False)
    sources: tuple[Id, ...] = Field(min_length=1, strict=False)
