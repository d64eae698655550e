"""A quiz on paper: a clean sheet without key, and a second one with key and reasons."""

from __future__ import annotations

import re
from typing import Any

from teachback.content import Topic
from teachback.pages.page import template
from teachback.questions import QuestionSet, quiz_sheet


def paper(quiz: QuestionSet, topic: Topic, *, key: bool) -> str:
    """Return the quiz as a page to print; only with `key` does it hold any answer or reason."""
    open_quiz = quiz.model_copy(update={"policy": quiz.policy.model_copy(update={"draw": None})})
    practice = open_quiz.policy.model_copy(update={"mode": "practice" if key else "exam"})
    sheet = quiz_sheet(open_quiz.model_copy(update={"policy": practice}), topic.cite)
    for question in sheet["questions"]:
        question["reasons"] = _told(question.get("reasons", {}))
    return template("paper.html.j2").render(
        sheet=sheet,
        key=key,
        sentence=_sentence,
        language=topic.about.language,
        about=topic.about,
    )


def _told(reasons: dict[str, Any]) -> dict[str, Any]:
    """Return the reasons without those that say of another place what was said already."""
    right = {reason["why"] for reason in reasons.values() if reason["right"]}
    told: dict[tuple[str, str], Any] = {}
    for reason in reasons.values():
        if reason["right"] or reason["why"] not in right:
            told.setdefault((reason["text"], reason["why"]), reason)
    return {str(number): reason for number, reason in enumerate(told.values())}


def _sentence(control: dict[str, Any]) -> list[str]:
    """Return the words and, at every second place, the name of the blank between them."""
    labels = {part["id"]: part["label"] for part in control["parts"]}
    pieces = re.split(r"\[([A-Za-z][\w-]*)\]", control["text"])
    return [labels[piece] if n % 2 else piece for n, piece in enumerate(pieces)]
