"""The quiz as a widget."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import traitlets

from teachback.attempt import Attempt
from teachback.content import Topic
from teachback.errors import AnswerError
from teachback.questions import quiz_sheet
from teachback.views.sheet_widget import SheetWidget


class Quiz(SheetWidget):
    """A quiz of a topic, asked in the browser; `attempt` holds what was answered.

    The browser marks by the sheet. Python keeps its own attempt from the answers alone and
    takes nothing else from a browser.

    Raises:
        KeyError: if the topic has no such quiz.
    """

    accepts = frozenset({"answers"})
    answers = traitlets.Dict(help="Checked answers by question id, as sent.").tag(sync=True)
    attempt = traitlets.Instance(Attempt, help="What was answered, checked; never synced.")

    def __init__(self, topic: Topic, quiz: str) -> None:
        content = topic.quizzes[quiz]
        super().__init__(attempt=Attempt(content), sheet=quiz_sheet(content, topic.cite))

    def take(self, name: str, value: object) -> None:
        """Take answers from the browser if every one of them is allowed."""
        if not isinstance(value, dict):
            self._refuse(f"{name} must be a mapping")
            return
        attempt = Attempt(self.attempt.quiz)
        try:
            for question, answer in value.items():
                attempt = attempt.answer(question, answer)
        except AnswerError as error:
            self._refuse(str(error))
            return
        self.attempt = attempt
        # Keeps the trait in step without sending the same answers back.
        self.set_state({name: _plain(attempt)})

    def clear(self) -> None:
        """Forget all answers, here and in the browser."""
        self.attempt = Attempt(self.attempt.quiz, MappingProxyType({}))
        self.answers = {}

    def __repr__(self) -> str:
        return f"Quiz({self.sheet['key']!r}, {len(self.sheet['questions'])} questions)"


def _plain(attempt: Attempt) -> dict[str, Any]:
    answers = attempt.answers.items()
    return {name: list(one) if isinstance(one, tuple) else one for name, one in answers}
