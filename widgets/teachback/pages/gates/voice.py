"""The passive voice, found by its form: a word of "to be", and a participle after it.

There is no parser behind this. It misses passives with words between that standard.yaml does not
list ("is by now known"), with "get" ("got hurt"), and participles of rare verbs. It takes some
adjectives for participles; standard.yaml lists those that it met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teachback.errors import Mistake
from teachback.pages.gates.draft import Draft
from teachback.pages.gates.standard import standard


@cache
def _pattern() -> re.Pattern[str]:
    passive = standard().passive
    irregular = passive.irregular.replace("| ", "|")
    between = rf"(?:\s+(?:{passive.between}))?"
    return re.compile(rf"\b(?:{passive.forms}){between}\s+(\w+ed|{irregular})\b", re.IGNORECASE)


def is_passive(words: list[str]) -> bool:
    """Return whether a sentence has a verb in the passive voice.

    >>> is_passive("The scan is done at once".split()), is_passive("You are tired".split())
    (True, False)
    """
    found = _pattern().findall(" ".join(words))
    return any(not standard().passive.adjectives.fullmatch(one) for one in found)


def passive_share(draft: Draft) -> Iterator[Mistake]:
    """Yield a page of which too many sentences are passive (HL-01)."""
    sentences = [sentence for passage in draft.passages for sentence in passage.sentences]
    passive = [" ".join(sentence) for sentence in sentences if is_passive(sentence)]
    most = standard().limits.passive_share
    if len(passive) > most * len(sentences):
        shown = "; ".join(f"'{one}'" for one in passive)
        message = f"{len(passive)} of {len(sentences)} sentences are passive, at most {most:.0%}"
        yield draft.whole("page", f"{message}; say who does it: {shown}")
