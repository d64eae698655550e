"""A quiz: questions in their order."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, field_validator

from teachback.model import Id, StrictModel, Text, refuse_double_ids
from teachback.questions.pick_many import PickManyQuestion
from teachback.questions.pick_one import PickOneQuestion

AnyQuestion = Annotated[PickOneQuestion | PickManyQuestion, Field(discriminator="type")]


class QuestionSet(StrictModel):
    """A quiz as content: an id, a title, and questions with unique ids."""

    id: Id
    title: Text
    intro: Text
    questions: tuple[AnyQuestion, ...] = Field(min_length=1, strict=False)

    @field_validator("questions")
    @classmethod
    def _each_id_once(cls, questions: tuple[AnyQuestion, ...]) -> tuple[AnyQuestion, ...]:
        refuse_double_ids(questions, "question")
        return questions

    def question(self, question_id: str) -> AnyQuestion:
        """Return the question with this id.

        Raises:
            KeyError: if there is none.
        """
        return next(q for q in self.questions if q.id == question_id)

    @property
    def maximum(self) -> int:
        """The score of all right answers together."""
        return sum(question.scoring().maximum for question in self.questions)

    def __str__(self) -> str:
        facts = {fact for question in self.questions for fact in question.facts}
        reasons = sum(len(question.reasons()) for question in self.questions)
        return (
            f"{self.id}: {len(self.questions)} questions, {self.maximum} points, "
            f"{reasons} reasons, {len(facts)} facts asked"
        )
