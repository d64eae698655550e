"""How a page is built: the automatic pre-checks of HL-01 (PEMAT 1, 8, 9, 11, 20)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from teachback.errors import Mistake
from teachback.pages.gates.draft import Draft
from teachback.pages.gates.passage import Passage
from teachback.pages.gates.standard import standard

MAIN_POINTS = "Main points"


def built_for_reading(draft: Draft) -> Iterator[Mistake]:
    """Yield what a reader misses: the purpose, the main points, headings, something to do."""
    yield from _purpose(draft)
    yield from _main_points(draft)
    yield from _headings(draft)
    yield from _instruction(draft)


def _purpose(draft: Draft) -> Iterator[Mistake]:
    limits = standard().limits
    if not draft.about.get("purpose"):
        message = "no purpose; add 'purpose' to the notebook's teachback metadata"
        yield draft.whole("metadata", f"{message}: one sentence, what a reader gets from it")
    words = " ".join(passage.plain for passage in draft.passages).split()
    if not standard().purpose.search(" ".join(words[: limits.purpose_words])):
        message = f"its purpose is not in the first {limits.purpose_words} words"
        yield draft.whole("page", f"{message}; begin with 'This page shows ...'")


def _main_points(draft: Draft) -> Iterator[Mistake]:
    """Yield a page without a few main points; a very short page is its own summary."""
    limits = standard().limits
    found = _list_after(draft, MAIN_POINTS)
    if found is None:
        if sum(passage.words for passage in draft.passages) > limits.short_page:
            message = f"no '{MAIN_POINTS}'; write the words in bold, and below them a list"
            yield draft.whole("page", f"{message} of what to remember")
    elif not limits.fewest_main_points <= len(found) <= limits.most_main_points:
        message = f"{len(found)} main points, expected {limits.fewest_main_points} to"
        place = found[0] if found else draft.passages[0]
        yield place.mistake(f"{message} {limits.most_main_points}; choose what matters most")


def _list_after(draft: Draft, words: str) -> list[Passage] | None:
    """Return the list items right after a passage of these words; None where there is none."""
    for place, passage in enumerate(draft.passages):
        if passage.plain.rstrip(":") == words:
            after = draft.passages[place + 1 :]
            end = next((n for n, one in enumerate(after) if one.kind != "item"), len(after))
            return after[:end]
    return None


def _headings(draft: Draft) -> Iterator[Mistake]:
    most = standard().limits.words_under_heading
    sections: list[tuple[Passage, int]] = []
    for passage in draft.passages:
        if passage.kind == "heading" and passage.level <= 2:  # noqa: PLR2004  h1 and h2
            sections.append((passage, 0))
        elif sections:
            heading, words = sections[-1]
            sections[-1] = (heading, words + passage.words)
    for heading, words in sections:
        if words > most:
            message = f"{words} words under {heading.plain!r}, at most {most}"
            yield heading.mistake(f"{message}; add a heading of the second level")


def _instruction(draft: Draft) -> Iterator[Mistake]:
    if not any(_tells_when(sentence) for one in draft.passages for sentence in one.sentences):
        message = "nothing to do: no sentence that starts with a verb and says when or if"
        yield draft.whole("page", f"{message}; write 'Call your team when ...'")


def _tells_when(words: list[str]) -> bool:
    """Return whether a sentence tells what to do and when: "Call if it hurts", or turned round."""
    sentence = " ".join(words)
    if not standard().condition.search(sentence):
        return False
    verbs = standard().verbs
    if verbs.fullmatch(words[0]):
        return True
    return bool(standard().condition.fullmatch(words[0])) and any(map(verbs.fullmatch, words[3:]))


def skipped_levels(draft: Draft) -> Iterator[Mistake]:
    """Yield headings that skip a level, and a page without exactly one title."""
    headings = [one for one in draft.passages if one.kind == "heading"]
    if [one.level for one in headings].count(1) != 1:
        yield draft.whole("headings", "a page needs exactly one heading of the first level")
    for above, one in pairwise(headings):
        if one.level > above.level + 1:
            message = f"heading level {one.level} follows level {above.level}"
            yield one.mistake(f"{message}; do not skip a level")


def citations_listed(draft: Draft, known: set[str]) -> Iterator[Mistake]:
    """Yield sources that are unknown, or that the page's list does not hold in their order."""
    listed = [
        key
        for cell in draft.code
        if "SourceList(" in cell.source
        for key in re.findall(r"\bS-[A-Za-z0-9]+\b", cell.source)
    ]
    for passage in draft.passages:
        for key in re.findall(r"\]\(#(S-[A-Za-z0-9]+)\)", passage.text):
            if key not in known:
                yield passage.mistake(f"'{key}' is not a source of the topic; correct it")
    if listed != draft.cited:
        message = "must list what the page cites, in the order of first citing"
        yield draft.whole("SourceList", f"{message}: {' '.join(draft.cited)}")
