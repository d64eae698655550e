"""Numbers as people can use them: RC-01, RC-02 and RC-07 on one passage, RC-01 on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teachback.errors import Mistake
from teachback.pages.gates.draft import Draft
from teachback.pages.gates.passage import Passage
from teachback.pages.gates.standard import standard
from teachback.pages.reading import plain

NEVER = {
    "one_in": "a chance as '{}': write N of 100 people",
    "percent": "'{}': write N of 100 people",
}


def numbers(passage: Passage) -> Iterator[str]:
    """Yield what is wrong with the numbers of a passage."""
    for name, message in NEVER.items():
        for found in getattr(standard().numbers, name).finditer(passage.plain):
            yield message.format(found[0])
    yield from _relative(passage)
    yield from _decimals(passage)
    for count in _counts(passage.plain):
        yield from _who_and_when(passage, count)


def denominators(draft: Draft, figures: dict[str, int]) -> Iterator[Mistake]:
    """Yield a page that counts out of different numbers; `figures` are those it can draw."""
    seen: dict[str, str] = {}
    for passage in draft.passages:
        for count in _counts(passage.plain):
            seen.setdefault(count[2], passage.opening)
    for _, figure in draft.shown("IconArray", "IconArrays"):
        if figure in figures:
            seen.setdefault(str(figures[figure]), f"figure {figure}")
    if len(seen) > 1:
        shown = ", ".join(f"of {of} ('{where}')" for of, where in seen.items())
        yield draft.whole("page", f"counts out of different numbers: {shown}; use one for all")


def _counts(text: str) -> list[re.Match[str]]:
    """Return the counts of people in a text; "question 2 of 6" and "pain of 6 of 10" are none."""
    rules = standard().numbers
    return [
        found
        for found in rules.count.finditer(text)
        if int(found[2]) > rules.smallest_of and not _named_otherwise(text[: found.start()])
    ]


def _named_otherwise(before: str) -> bool:
    words = before.split()
    return bool(words) and bool(standard().numbers.not_counts.fullmatch(words[-1]))


def _who_and_when(passage: Passage, count: re.Match[str]) -> Iterator[str]:
    rules, most = standard().numbers, standard().limits.words_to_the_time
    text = plain(passage.context) if passage.context else passage.plain
    start = text.find(count[0])
    before, after = text[: max(start, 0)].split(), text[max(start, 0) :].split()
    near = " ".join([*before[-most:], *after[: most + len(count[0].split())]])
    if not rules.who.search(f"{passage.plain} {near}"):
        yield f"'{count[0]}' does not say of whom; write of which people"
    if not rules.time.search(near) and "over what time" not in text:
        message = f"'{count[0]}' has no time within {most} words"
        yield f"{message}; say over what time, or that no source says over what time"


def _relative(passage: Passage) -> Iterator[str]:
    found = standard().numbers.relative.search(passage.plain)
    if found and len(_counts(passage.plain)) < 2:  # noqa: PLR2004  both absolute numbers
        yield f"'{found[0]}' without both numbers; write N of 100 people before and after"


def _decimals(passage: Passage) -> Iterator[str]:
    units = re.compile(rf"(?: to \d+(?:\.\d+)?)?\s*(?:{standard().numbers.units})\b")
    for found in standard().numbers.decimal.finditer(passage.plain):
        if not units.match(passage.plain, found.end()):
            yield f"'{found[0]}': patients get whole numbers; round it, with 'about'"
