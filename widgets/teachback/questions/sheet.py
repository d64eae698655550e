"""The sheet of a quiz: everything a browser needs to ask and to mark, decided ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from teachback.questions.base import Question
from teachback.questions.question_set import QuestionSet

Citation = Callable[[Iterable[str]], list[str]]
"""From fact ids to the names of the sources they rest on."""


def quiz_sheet(quiz: QuestionSet, cite: Citation) -> dict[str, Any]:
    """Return the quiz as plain JSON values; the shape is drawn in docs/decisions/0002."""
    return {
        "kind": "quiz",
        "key": quiz.id,
        "title": quiz.title,
        "intro": quiz.intro,
        "questions": [_question_sheet(question, cite) for question in quiz.questions],
    }


def _question_sheet(question: Question, cite: Citation) -> dict[str, Any]:
    scoring = question.scoring()
    right = question.elements(question.key())
    control = question.control()
    return {
        "id": question.id,
        "ask": question.ask,
        "control": control.model_dump(mode="json"),
        "groups": [[[term.points, list(term.elements)] for term in g] for g in scoring.groups],
        "max": scoring.maximum,
        "rule": scoring.rule if scoring.maximum > 1 else "",
        "reasons": {
            element: {"right": element in right, "why": why}
            for element, why in question.reasons().items()
        },
        "redFlag": question.red_flag,
        "sources": cite(question.facts),
    }
