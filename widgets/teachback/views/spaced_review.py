"""Spaced review as a widget: missed questions come again, on the days that Python decided."""

from __future__ import annotations

from teachback.content import Topic
from teachback.questions import quiz_sheet
from teachback.spacing import LEARNED, LONGEST, intervals
from teachback.views.sheet_widget import SheetWidget


class SpacedReview(SheetWidget):
    """Cards of the practice questions that a nurse missed, when they are due; no kernel needed.

    Cards live in the browser's tab. Only when the nurse asks do they stay on the device, until
    she deletes them; on a shared device this is not offered. Nothing of it reaches Python.
    """

    def __init__(self, topic: Topic) -> None:
        quizzes = [
            quiz_sheet(quiz, topic.cite)
            for quiz in topic.quizzes.values()
            if quiz.audience == "nurse" and quiz.policy.mode == "practice" and not quiz.case
        ]
        super().__init__(
            sheet={
                "kind": "review",
                "key": "review",
                "intervals": intervals(),
                "longest": LONGEST,
                "learned": LEARNED,
                "offer": not topic.deployment.shared_device,
                "quizzes": quizzes,
            }
        )

    def __repr__(self) -> str:
        questions = sum(len(quiz["questions"]) for quiz in self.sheet["quizzes"])
        return f"SpacedReview({questions} questions)"
