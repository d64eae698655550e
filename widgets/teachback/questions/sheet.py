"""The sheet of a quiz: everything a browser needs to ask and to mark, decided ahead.

An exam's sheet holds no key: no points, no reasons, nothing that only the right answer has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from teachback.questions.arrange import arranged
from teachback.questions.base import Question
from teachback.questions.confidence import LEVELS, MARKS
from teachback.questions.mark import Mark
from teachback.questions.question_set import QuestionSet

Citation = Callable[[Iterable[str]], list[str]]
"""From fact ids to the names of the sources they rest on."""


def quiz_sheet(quiz: QuestionSet, cite: Citation, seed: str | None = None) -> dict[str, Any]:
    """Return the quiz as plain JSON values; the shape is drawn in docs/decisions/0002.

    With a seed, questions and options are mixed by it; of an exam only the drawn ones go out.
    """
    policy = quiz.policy
    exam = policy.mode == "exam"
    asked = quiz.drawn(seed=seed) if exam else _in_order(quiz, seed)
    return {
        "kind": "quiz",
        "key": quiz.id,
        "title": quiz.title,
        "intro": quiz.intro,
        "policy": {
            "mode": policy.mode,
            "attempts": policy.attempts_allowed,
            "reasons": policy.reasons_when,
            "rightAnswer": policy.right_answer_when,
            "oneAtATime": policy.one_at_a_time or quiz.case is not None,
            "draw": None if exam else policy.draw,
            "pass": policy.pass_percent,
            "must": list(policy.must_be_right),
            "scored": policy.scored,
        },
        "confidence": _confidence() if policy.confidence else [],
        "case": quiz.case.model_dump(mode="json") if quiz.case else None,
        "remember": list(quiz.remember),
        "nurse": quiz.audience == "nurse",
        "questions": [question_sheet(one, cite, policy.hints, exam, seed) for one in asked],
    }


def _in_order(quiz: QuestionSet, seed: str | None) -> list[Question]:
    """Return all questions; variants follow the first of their family."""
    families = quiz.families()
    if seed is not None and quiz.case is None:
        first = {one.id: one for one in quiz.questions}
        order = [question.variant_of or question.id for question in quiz.drawn(seed=seed)]
        rest = [family[0].id for family in families if family[0].id not in order]
        by_first = {family[0].id: family for family in families}
        families = tuple(by_first[first[one].id] for one in (*order, *rest))
    return [question for family in families for question in family]


def _confidence() -> list[dict[str, Any]]:
    return [{"level": n, "text": text, "marks": list(MARKS[n])} for n, text in LEVELS.items()]


def question_sheet(
    question: Question, cite: Citation, hints: bool, exam: bool, seed: str | None
) -> dict[str, Any]:
    """Return one question as plain JSON values."""
    scoring = question.scoring()
    control = question.control() if seed is None else arranged(question, seed)
    asked = {
        "id": question.id,
        "family": question.variant_of or question.id,
        "ask": question.ask,
        "control": control.model_dump(mode="json", exclude_none=True),
        "rule": scoring.rule if scoring.maximum > 1 else "",
        "hint": question.hint if hints and not exam else None,
        "step": question.step,
        "exhibit": question.exhibit.model_dump(mode="json") if question.exhibit else None,
    }
    return asked if exam else asked | key_sheet(question, cite)


def key_sheet(question: Question, cite: Citation) -> dict[str, Any]:
    """Return what marks a question and says why: everything that an exam keeps back."""
    scoring = question.scoring()
    right = question.elements(question.control().read(question.key()))
    words = question.choices()
    return {
        "groups": [[[term.points, list(term.elements)] for term in g] for g in scoring.groups],
        "ranges": [list(one) for one in question.ranges()],
        "max": scoring.maximum,
        "reasons": {
            element: {"right": element in right, "why": why, "text": words.get(element, "")}
            for element, why in question.reasons().items()
        },
        "redFlag": question.red_flag,
        "readMore": question.read_more,
        "sources": cite(question.facts),
    }


def result_sheet(
    quiz: QuestionSet, marks: Mapping[str, Mark], cite: Citation, aims: Mapping[str, str]
) -> dict[str, dict[str, Any]]:
    """Return for every question of a test what it kept back: the key, the mark, and what it is for.

    `aims` holds the words of each objective.
    """
    return {
        name: key_sheet(quiz.question(name), cite)
        | {"score": mark.score, "objective": aims.get(quiz.question(name).objective or "")}
        for name, mark in marks.items()
    }
