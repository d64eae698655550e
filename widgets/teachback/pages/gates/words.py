"""Words that patients never meet, that need a number, or that are hard (RC-03, DS-04, CU-01)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from teachback.pages.gates.passage import Passage
from teachback.pages.gates.standard import WordList, standard, whole_words
from teachback.pages.reading import plain


def never_words(passage: Passage) -> Iterator[str]:
    """Yield the words of a passage that no patient should meet."""
    for words in standard().never:
        for found in _met(words, passage.plain):
            if words.rule.startswith("CU-01") and _about_somebody(passage):
                continue
            yield f"'{found}': {words.say}"


def chance_words(passage: Passage) -> Iterator[str]:
    """Yield words of chance in a passage that gives no number of people (RC-03)."""
    if not standard().numbers.count.search(passage.plain):
        for found in _met(standard().chance, passage.plain):
            yield f"'{found}': {standard().chance.say}"


def hard_words(glossary: frozenset[str]) -> Callable[[Passage], Iterator[str]]:
    """Return a gate for hard words with a plain one; the words of the glossary may be used."""

    def gate(passage: Passage) -> Iterator[str]:
        for found in _hard().findall(passage.plain):
            if found.lower() not in glossary:
                better = standard().plainer[found.lower()]
                yield f"'{found}' is a hard word; write '{better}', or give it a glossary entry"

    return gate


@cache
def _hard() -> re.Pattern[str]:
    return whole_words("|".join(standard().plainer))


def _met(words: WordList, text: str) -> list[str]:
    """Return what of a word list stands in a text, outside the phrases that may hold it."""
    if not words.find.search(text):
        return []
    for phrase in words.but:
        text = re.sub(re.escape(phrase), "", text, flags=re.IGNORECASE)
    return [str(found[0]) for found in words.find.finditer(text)]


def _about_somebody(passage: Passage) -> bool:
    """Return whether a passage tells of a person with a name, or of a woman."""
    around = plain(f"{passage.context} {passage.text}")
    return bool(whole_words("|".join(standard().people)).search(around))
