"""Confidence: how sure a nurse was, and the marks that make honesty the best choice.

Source: certainty-based marking after Gardner-Medwin, as the standards (3.1, 3.4) give it: marks
1, 2, 3 for a right answer, 0, -2, -6 for another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LEVELS = {1: "Just a guess", 2: "Fairly sure", 3: "Sure"}
MARKS = {1: (1, 0), 2: (2, -2), 3: (3, -6)}
"""For each level, the marks when right and when not."""


def certainty_mark(level: int, right: bool) -> int:
    """Return the certainty-based mark of one answer.

    >>> certainty_mark(3, right=False)
    -6
    """
    return MARKS[level][0 if right else 1]


@dataclass(frozen=True)
class Calibration:
    """Of all answers given at one level of confidence, how many were right."""

    level: int
    right: int
    total: int


def calibration(answers: Iterable[tuple[int, bool]]) -> tuple[Calibration, ...]:
    """Return how often each level that was used was right; `answers` holds level and right."""
    given = list(answers)
    return tuple(
        Calibration(level, sum(right for at, right in given if at == level), total)
        for level in LEVELS
        if (total := sum(at == level for at, _ in given))
    )
