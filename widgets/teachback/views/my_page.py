"""My page: what a person learned, ticked and wants to ask, to print on one sheet."""

from __future__ import annotations

from teachback.content import Topic
from teachback.triage import checklist_sheet
from teachback.views.sheet_widget import SheetWidget


class MyPage(SheetWidget):
    """What the pages of one browser tab hold, gathered there; nothing of it reaches Python."""

    def __init__(self, topic: Topic) -> None:
        deployment = topic.deployment
        numbers = {"emergency": deployment.emergency_number, "team": deployment.team_phone}
        # The list of what was ticked needs no rule, so none goes out.
        checklist = checklist_sheet(topic.checklist, topic.names, "education", numbers)
        lessons = [
            {"key": quiz.id, "remember": list(quiz.remember)}
            for quiz in topic.quizzes.values()
            if quiz.audience == "patient" and quiz.remember
        ]
        sheet = {"kind": "my_page", "key": "my_page", "checklist": checklist, "lessons": lessons}
        super().__init__(sheet=sheet)

    def __repr__(self) -> str:
        return f"MyPage({len(self.sheet['lessons'])} lessons)"
