"""A test before and after the course, as a widget: two alike forms, and what has changed."""

from __future__ import annotations

from typing import Any, Literal

from teachback.content import Topic, exam_forms
from teachback.questions import QuestionSet, quiz_sheet
from teachback.views.quiz import Quiz

SURE = ("Not at all", "A little", "Somewhat", "Quite", "Very")


class BeforeAfter(Quiz):
    """One form of a test of mode check; the form after the course says what has changed.

    Everybody gets the same two forms. It works without a kernel; both forms are compared in the
    browser's tab.

    Raises:
        KeyError: if the topic has no such test.
        ValueError: if it is a test for marks, or its banks hold too few items.
    """

    def __init__(self, topic: Topic, exam: str, when: Literal["before", "after"]) -> None:
        self._exam, self._when = topic.exams[exam], when
        if self._exam.mode != "check" or when not in {"before", "after"}:
            msg = f"{exam!r}, {when!r}: give a test of mode check, and 'before' or 'after'"
            raise ValueError(msg)
        before, after = exam_forms(topic, self._exam, exam)
        self._other = (after if when == "before" else before).id
        super().__init__(topic, before if when == "before" else after)

    def _sheet(self, content: QuestionSet, seed: str | None) -> dict[str, Any]:
        options = [{"id": f"sure{n}", "text": text} for n, text in enumerate(SURE, start=1)]
        sure = {"ask": self._exam.confidence, "options": options} if self._exam.confidence else None
        about = {"kind": "before_after", "when": self._when, "other": self._other, "sure": sure}
        return quiz_sheet(content, self._topic.cite, seed) | about

    def __repr__(self) -> str:
        return f"BeforeAfter({self._exam.id!r}, {self._when!r}, {self._exam.items} items)"
