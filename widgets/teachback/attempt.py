"""An attempt: an unchanging walk through the questions of a quiz."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from teachback.errors import AnswerError
from teachback.model import Answer
from teachback.questions import Mark, QuestionSet, mark


@dataclass(frozen=True)
class Attempt:
    """The answers given so far; marks and score follow from them and are never stored.

    >>> Attempt.__dataclass_fields__["answers"].name
    'answers'
    """

    quiz: QuestionSet
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))

    def answer(self, question_id: str, value: object) -> Attempt:
        """Return the attempt with this answer in it.

        Raises:
            AnswerError: if there is no such question, or it does not allow this answer.
        """
        if question_id not in {question.id for question in self.quiz.questions}:
            msg = f"quiz '{self.quiz.id}' has no question {question_id[:40]!r}"
            raise AnswerError(msg)
        read = self.quiz.question(question_id).control().read(value)
        return replace(self, answers=MappingProxyType({**self.answers, question_id: read}))

    def mark(self, question_id: str) -> Mark:
        """Return the mark of the answer to this question.

        Raises:
            KeyError: if it has not been answered.
        """
        return mark(self.quiz.question(question_id), self.answers[question_id])

    @property
    def score(self) -> int:
        """Points earned so far."""
        return sum(self.mark(question_id).score for question_id in self.answers)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Ids of the questions still open, in their order."""
        return tuple(q.id for q in self.quiz.questions if q.id not in self.answers)
