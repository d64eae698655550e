"""An attempt: an unchanging walk through the questions of a quiz."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from teachback.errors import AnswerError
from teachback.model import Answer
from teachback.questions import Mark, QuestionSet, calibration, certainty_mark, mark, no_answer

EMERGENCY = "EMERGENCY_NOW"
"""An option or a column of this id says: this is an emergency."""


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Attempt:
    """The answers given so far; marks and score follow from them and are never stored.

    `asked` names the questions that were drawn; without it all of the first turn are asked.
    """

    quiz: QuestionSet
    answers: Mapping[str, Answer] = field(default_factory=_nothing)
    confidence: Mapping[str, int] = field(default_factory=_nothing)
    asked: tuple[str, ...] | None = None

    def answer(self, question_id: str, value: object) -> Attempt:
        """Return the attempt with this answer in it.

        Raises:
            AnswerError: if there is no such question, or it does not allow this answer.
        """
        self._known(question_id)
        read = self.quiz.question(question_id).control().read(value)
        return replace(self, answers=MappingProxyType({**self.answers, question_id: read}))

    def rate(self, question_id: str, level: object) -> Attempt:
        """Return the attempt with how sure the answer to this question was, 1 to 3.

        Raises:
            AnswerError: if there is no such question, or the quiz does not ask, or no such level.
        """
        self._known(question_id)
        if not self.quiz.policy.confidence or type(level) is not int or level not in {1, 2, 3}:
            msg = f"{str(level)[:40]!r} is no level of confidence of quiz '{self.quiz.id}'"
            raise AnswerError(msg)
        return replace(self, confidence=MappingProxyType({**self.confidence, question_id: level}))

    def forget_confidence(self) -> Attempt:
        """Return the attempt without what was said of being sure."""
        return replace(self, confidence=_nothing())

    def mark(self, question_id: str) -> Mark:
        """Return the mark of the answer to this question.

        Raises:
            KeyError: if it has not been answered.
        """
        return mark(self.quiz.question(question_id), self.answers[question_id])

    def final_marks(self) -> dict[str, Mark]:
        """Return the marks of all questions that were asked; an open one earns nothing."""
        return {
            name: self.mark(name) if name in self.answers else no_answer(self.quiz.question(name))
            for name in self._asked()
        }

    @property
    def score(self) -> int:
        """Points earned so far."""
        return sum(self.mark(question_id).score for question_id in self.answers)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Ids of the questions still open, in their order."""
        return tuple(name for name in self._asked() if name not in self.answers)

    @property
    def passed(self) -> bool | None:
        """Whether enough points were earned and all that must be right is; None without a mark."""
        policy, marks = self.quiz.policy, self.final_marks()
        if policy.pass_percent is None:
            return None
        points = sum(one.score for one in marks.values())
        most = sum(one.maximum for one in marks.values())
        missed = [one for one in policy.must_be_right if marks.get(one) and not marks[one].full]
        return points * 100 >= policy.pass_percent * most and not missed

    @property
    def under_triaged(self) -> tuple[str, ...]:
        """Ids of the questions in which an emergency was not called one."""
        return tuple(
            name
            for name, one in self.final_marks().items()
            if any(
                reason.right and not reason.chosen and reason.element.split(":")[-1] == EMERGENCY
                for reason in one.reasons
            )
        )

    @property
    def certainty_score(self) -> int:
        """Certainty-based marks of all answers that were rated."""
        rated = ((name, level) for name, level in self.confidence.items() if name in self.answers)
        return sum(certainty_mark(level, self.mark(name).full) for name, level in rated)

    def calibration(self) -> tuple[Any, ...]:
        """Return for each level of confidence how many of its answers were right."""
        rated = ((name, level) for name, level in self.confidence.items() if name in self.answers)
        return calibration((level, self.mark(name).full) for name, level in rated)

    def by_objective(self) -> dict[str, tuple[int, int]]:
        """Return points and maximum by objective, over the questions that were asked."""
        found: dict[str, tuple[int, int]] = {}
        for name, one in self.final_marks().items():
            if objective := self.quiz.question(name).objective:
                points, most = found.get(objective, (0, 0))
                found[objective] = (points + one.score, most + one.maximum)
        return found

    def _asked(self) -> tuple[str, ...]:
        return self.asked or tuple(question.id for question in self.quiz.drawn())

    def _known(self, question_id: str) -> None:
        ids = self.asked or {question.id for question in self.quiz.questions}
        if question_id not in ids:
            msg = f"quiz '{self.quiz.id}' has no question {question_id[:40]!r}"
            raise AnswerError(msg)


@dataclass(frozen=True)
class Outcome:
    """How a test went: points in percent, what had to be right and was not, and whether it passed.

    A pass needs `needed` percent, every question that must be right, and every emergency called
    one (clinical brief 6d; the last is this project's own rule).
    """

    points: int
    maximum: int
    needed: int
    missed: tuple[str, ...]
    under_triaged: tuple[str, ...]

    @property
    def percent(self) -> int:
        """The points in whole percent, never rounded up."""
        return self.points * 100 // self.maximum

    @property
    def passed(self) -> bool:
        """Whether everything that a pass needs is there."""
        enough = self.points * 100 >= self.needed * self.maximum
        return enough and not self.missed and not self.under_triaged


def outcome(attempt: Attempt) -> Outcome:
    """Return how a test went; what was left open counts as not right."""
    policy, marks = attempt.quiz.policy, attempt.final_marks()
    return Outcome(
        points=sum(one.score for one in marks.values()),
        maximum=sum(one.maximum for one in marks.values()),
        needed=policy.pass_percent or 0,
        missed=tuple(one for one in policy.must_be_right if one in marks and not marks[one].full),
        under_triaged=attempt.under_triaged,
    )
