"""What every piece of content shares: strictness, plain text, and a review date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, Protocol

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

Evidence = Literal["own-page", "third-party", "unverified", "design"]
"""How well a claim is founded: section 0 of the clinical brief, from strong to weak."""

_MARKUP = re.compile(r"<\s*[a-zA-Z/!]|&[a-zA-Z]+;|&#|\]\(")


def _plain(text: str) -> str:
    if _MARKUP.search(text):
        msg = "holds markup; write plain words, without tags, entities or links"
        raise ValueError(msg)
    if not text.isprintable():
        msg = "holds a control character; write it on one line of plain words"
        raise ValueError(msg)
    return text


Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2000),
    AfterValidator(_plain),
]
"""Words for people: plain, never markup, so a page can show them as they are."""

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$", max_length=64)]
"""A stable name; never used again for a changed meaning."""


class StrictModel(BaseModel):
    """A frozen piece of content that refuses unknown keys and wrong types."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Identified(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str:
        """Its stable name."""


def refuse_double_ids(entries: Iterable[Identified], kind: str) -> None:
    """Refuse entries of which two have the same id.

    Raises:
        ValueError: naming each id that stands twice.
    """
    counts = Counter(entry.id for entry in entries)
    twice = ", ".join(sorted(one for one, count in counts.items() if count > 1))
    if twice:
        msg = f"{kind} id {twice} stands twice; give each {kind} its own id"
        raise ValueError(msg)


class Reviewed(StrictModel):
    """Something a clinician must sign: when it was last checked, and by whom, if anybody."""

    evidence: Evidence
    reviewed: date
    reviewed_by: Text | None = Field(
        default=None, description="A clinician's name and role; empty until one has signed."
    )
