"""The quiz as a widget."""

from __future__ import annotations

import secrets
from types import MappingProxyType
from typing import Any, ClassVar

import traitlets

from teachback.attempt import Attempt
from teachback.content import Topic
from teachback.errors import AnswerError
from teachback.questions import QuestionSet, quiz_sheet, result_sheet
from teachback.views.sheet_widget import SheetWidget


class Quiz(SheetWidget):
    """A quiz of a topic, asked in the browser; `attempt` holds what was answered.

    The browser marks by the sheet. Python keeps its own attempt from the answers alone and
    takes nothing else from a browser. In exam mode the sheet has no key: the kernel marks what
    is handed in, once, and sends the marks then. The order of a test follows from `seed`.
    A quiz of one's own comes from `load_quiz`.

    Raises:
        KeyError: if the topic has no such quiz.
    """

    accepts: ClassVar[tuple[str, ...]] = ("answers", "sure", "handed_in")
    answers = traitlets.Dict(help="Checked answers by question id, as sent.").tag(sync=True)
    sure = traitlets.Dict(help="How sure, 1 to 3, by question id, as sent.").tag(sync=True)
    handed_in = traitlets.Bool(help="Whether a test was handed in.").tag(sync=True)
    result = traitlets.Dict(help="Marks and key of a test, once it was handed in.").tag(sync=True)
    attempt = traitlets.Instance(Attempt, help="What was answered, checked; never synced.")

    def __init__(self, topic: Topic, quiz: str | QuestionSet, seed: str | None = None) -> None:
        content = topic.quizzes[quiz] if isinstance(quiz, str) else quiz
        exam = content.policy.mode == "exam"
        if seed is None and (exam or content.policy.shuffle):
            seed = secrets.token_hex(8) if exam else content.id
        asked = tuple(one.id for one in content.drawn(seed=seed)) if exam else None
        self._topic = topic
        super().__init__(attempt=Attempt(content, asked=asked), sheet=self._sheet(content, seed))

    def _sheet(self, content: QuestionSet, seed: str | None) -> dict[str, Any]:
        return quiz_sheet(content, self._topic.cite, seed)

    def take(self, name: str, value: object) -> None:
        """Take what the browser sent if every part of it is allowed, and nothing once handed in."""
        if self.handed_in:
            self._refuse("the test was handed in")
        elif name == "handed_in":
            self._hand_in(value)
        elif not isinstance(value, dict):
            self._refuse(f"{name} must be a mapping")
        else:
            self._take_each(name, value)

    def _take_each(self, name: str, value: dict[str, Any]) -> None:
        # Answers come whole, so that clearing them here clears how sure they were, too.
        attempt = Attempt(self.attempt.quiz, asked=self.attempt.asked)
        if name == "sure":
            attempt = self.attempt.forget_confidence()
        try:
            for question, one in value.items():
                attempt = getattr(attempt, "answer" if name == "answers" else "rate")(question, one)
        except AnswerError as error:
            self._refuse(str(error))
            return
        self.attempt = attempt
        # Keeps the trait in step without sending the same answers back.
        self.set_state({"answers": _plain(attempt.answers), "sure": dict(attempt.confidence)})

    def _hand_in(self, value: object) -> None:
        if value is not True or self.attempt.quiz.policy.mode != "exam":
            self._refuse("only a test can be handed in, and only once")
            return
        self.handed_in = True
        aims = {one.id: one.text for one in self._topic.objectives.values()}
        marks = self.attempt.final_marks()
        self.result = result_sheet(self.attempt.quiz, marks, self._topic.cite, aims)

    def clear(self) -> None:
        """Forget all answers, here and in the browser."""
        self.attempt = Attempt(self.attempt.quiz, MappingProxyType({}), asked=self.attempt.asked)
        self.answers, self.sure = {}, {}

    def __repr__(self) -> str:
        return f"Quiz({self.sheet['key']!r}, {len(self.sheet['questions'])} questions)"


def _plain(value: Any) -> Any:
    """Return an answer, or answers by name, as JSON knows them."""
    if isinstance(value, tuple):
        return list(value)
    return {name: _plain(one) for name, one in value.items()} if hasattr(value, "items") else value
