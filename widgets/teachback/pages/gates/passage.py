"""A passage: one text that a reader meets, with the place where it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from teachback.errors import Mistake
from teachback.pages.reading import grade, plain, sentences

_NUMBERED = re.compile(r"(?<=[A-Za-z])\d+(?:/\d+)?")  # HER2 and CDK4/6 are one word
SHOWN = 40  # characters of a passage in a message


@dataclass(frozen=True)
class Passage:
    """A heading, paragraph, list item, table cell or other text, and what stands around it.

    `context` are the words that it is read together with: those of its cell, or of its question.
    """

    text: str
    kind: str
    file: str
    line: int
    where: str
    context: str = ""
    cell: str = ""
    level: int = 0
    section: str = ""

    @cached_property
    def plain(self) -> str:
        """The words as they are read, without citations and markup."""
        return plain(self.text)

    @cached_property
    def sentences(self) -> list[list[str]]:
        """The words of each sentence."""
        return sentences(_NUMBERED.sub("", self.text))

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(map(len, self.sentences))

    @property
    def grade(self) -> float:
        """The reading grade."""
        return grade(self.text)

    @property
    def opening(self) -> str:
        """The first words, to be recognised by."""
        words = re.sub(r"\s+", " ", self.plain).strip()
        return words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()}..."

    def mistake(self, message: str) -> Mistake:
        """Return a mistake at the place of this passage."""
        return Mistake(self.file, self.line, self.where, message)
