"""A bank of quizzes with their files: lint and reading grades, each at its line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from teachback.content.yaml_file import Where, YamlFile
from teachback.errors import Mistake
from teachback.pages.reading import grade
from teachback.questions import QuestionSet, lint

MEASURED = {"ask", "why", "hint", "otherwise", "intro", "note", "person", "reason"}
HIGHEST = {"patient": 8.0, "nurse": 14.0}
"""The highest grade of one short text; patients' pages as a whole are held to 6."""


class Bank:
    """Quizzes, each with the file it was read from."""

    def __init__(self) -> None:
        self.entries: list[tuple[QuestionSet, YamlFile]] = []

    def add(self, quiz: QuestionSet, file: YamlFile) -> None:
        """Take a quiz into the bank."""
        self.entries.append((quiz, file))

    def mistakes(self) -> Iterator[Mistake]:
        """Yield every mistake that only reading and comparing questions can find."""
        for finding in lint([quiz for quiz, _ in self.entries]):
            yield self.entries[finding.quiz][1].mistake(finding.place, finding.message)
        for quiz, file in self.entries:
            yield from too_hard(file, HIGHEST[quiz.audience])


def too_hard(file: YamlFile, highest: float) -> Iterator[Mistake]:
    """Yield the texts of a content file whose reading grade is above `highest`."""
    for where, text in _texts(file.data, ()):
        if (found := grade(text)) > highest:
            message = f"reading grade {found:.1f}, at most {highest:.0f}; use shorter words"
            yield file.mistake(where, message)


def _texts(value: Any, where: Where) -> Iterator[tuple[Where, str]]:
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from _texts(one, (*where, number))
    elif isinstance(value, dict):
        for key, one in value.items():
            if key in MEASURED and isinstance(one, str):
                yield (*where, key), one
            else:
                yield from _texts(one, (*where, key))
