"""The verdict on an answer to a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from teachback.questions.base import Question

Verdict = Literal["right", "partly", "wrong"]


@dataclass(frozen=True)
class Reason:
    """Why one element was right or not, whether it was chosen or left out."""

    element: str
    chosen: bool
    right: bool
    why: str


@dataclass(frozen=True)
class Mark:
    """A score out of a maximum, a word for it, and a reason for each element it hangs on."""

    score: int
    maximum: int
    verdict: Verdict
    reasons: tuple[Reason, ...]
    facts: tuple[str, ...]

    @property
    def full(self) -> bool:
        """Whether every point was earned."""
        return self.score == self.maximum


def no_answer(question: Question) -> Mark:
    """Return the mark of a question that was left open: no points, the right elements' reasons."""
    right = question.elements(question.control().read(question.key()))
    whys = question.reasons()
    reasons = tuple(
        Reason(element, chosen=False, right=True, why=whys[element]) for element in right
    )
    return Mark(0, question.scoring().maximum, "wrong", reasons, question.facts)


def mark(question: Question, value: object) -> Mark:
    """Return the mark of an answer: reasons for all that was chosen or wrongly left out.

    Raises:
        AnswerError: if the question's control does not allow `value`.
    """
    control = question.control()
    chosen = question.elements(control.read(value))
    right = question.elements(control.read(question.key()))
    scoring = question.scoring()
    score = scoring.score(chosen)
    reasons = tuple(
        Reason(element, element in chosen, element in right, why)
        for element, why in question.reasons().items()
        if element in chosen or element in right
    )
    return Mark(score, scoring.maximum, verdict(score, scoring.maximum), reasons, question.facts)


def verdict(score: int, maximum: int) -> Verdict:
    """Return the word for a score: right at the maximum, wrong at zero, partly between."""
    if score == maximum:
        return "right"
    return "partly" if score > 0 else "wrong"
