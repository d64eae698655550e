"""A quiz: questions in their order, and the policy they are asked by."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, Tag, field_validator, model_validator

from teachback.model import Id, StrictModel, Text, refuse_double_ids
from teachback.questions.bow_tie import BowTie
from teachback.questions.case_study import Case, refuse_other_steps
from teachback.questions.drag_drop import DragDropCloze
from teachback.questions.drop_down import DropDownCloze, DropDownTable
from teachback.questions.grouping import Grouping
from teachback.questions.highlight import HighlightTable, HighlightText
from teachback.questions.matrix_multiple_choice import MatrixMultipleChoice
from teachback.questions.matrix_multiple_response import MatrixMultipleResponse
from teachback.questions.multiple_choice import MultipleChoice
from teachback.questions.numeric_entry import NumericEntry
from teachback.questions.policy import Policy
from teachback.questions.put_in_order import PutInOrder
from teachback.questions.rationale import DragDropRationale, DropDownRationale
from teachback.questions.select_all import SelectAll
from teachback.questions.select_n import SelectN

DEFAULT = "multiple_choice"


def _type(value: Any) -> Any:
    kind = value.get("type", DEFAULT) if isinstance(value, dict) else getattr(value, "type", None)
    return kind if isinstance(kind, str) else str(kind)


AnyQuestion = Annotated[
    Annotated[MultipleChoice, Tag("multiple_choice")]
    | Annotated[SelectN, Tag("multiple_response_select_n")]
    | Annotated[SelectAll, Tag("multiple_response_select_all")]
    | Annotated[Grouping, Tag("multiple_response_grouping")]
    | Annotated[MatrixMultipleChoice, Tag("matrix_multiple_choice")]
    | Annotated[MatrixMultipleResponse, Tag("matrix_multiple_response")]
    | Annotated[DropDownCloze, Tag("drop_down_cloze")]
    | Annotated[DropDownTable, Tag("drop_down_table")]
    | Annotated[DragDropCloze, Tag("drag_drop_cloze")]
    | Annotated[DropDownRationale, Tag("drop_down_rationale")]
    | Annotated[DragDropRationale, Tag("drag_drop_rationale")]
    | Annotated[HighlightText, Tag("highlight_text")]
    | Annotated[HighlightTable, Tag("highlight_table")]
    | Annotated[BowTie, Tag("bow_tie")]
    | Annotated[NumericEntry, Tag("numeric_entry")]
    | Annotated[PutInOrder, Tag("put_in_order")],
    Discriminator(_type),
]
"""A question of any type; one without a type is multiple choice."""


class QuestionSet(StrictModel):
    """A quiz as content: an id, a title, a policy, and questions with unique ids."""

    id: Id
    title: Text
    intro: Text
    audience: Literal["patient", "nurse"] = "patient"
    policy: Policy = Field(default_factory=Policy)
    case: Case | None = None
    remember: tuple[Text, ...] = Field(
        default=(), max_length=3, strict=False, description="What to take along; on My page, too."
    )
    questions: tuple[AnyQuestion, ...] = Field(min_length=1, strict=False)

    @field_validator("questions")
    @classmethod
    def _each_id_once(cls, questions: tuple[AnyQuestion, ...]) -> tuple[AnyQuestion, ...]:
        refuse_double_ids(questions, "question")
        return questions

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        self._refuse_unknown("must_be_right", self.policy.must_be_right)
        self._refuse_unknown("variant_of", (q.variant_of for q in self.questions if q.variant_of))
        if self.case:
            refuse_other_steps(self.questions)
        if self.audience == "patient" and (self.policy.confidence or self.policy.pass_percent):
            msg = "confidence and a pass mark are for nurses; set audience: nurse or remove them"
            raise ValueError(msg)
        return self

    def _refuse_unknown(self, where: str, ids: Iterable[str]) -> None:
        if unknown := set(ids) - {question.id for question in self.questions}:
            msg = f"{where} names '{min(unknown)}', which is no question of this quiz"
            raise ValueError(msg)

    def question(self, question_id: str) -> AnyQuestion:
        """Return the question with this id.

        Raises:
            KeyError: if there is none.
        """
        for question in self.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)

    def families(self) -> tuple[tuple[AnyQuestion, ...], ...]:
        """Return the questions, each with its variants."""
        return tuple(
            (first, *(one for one in self.questions if one.variant_of == first.id))
            for first in self.questions
            if first.variant_of is None
        )

    def drawn(self, turn: int = 0, seed: str | None = None) -> tuple[AnyQuestion, ...]:
        """Return the questions of one turn: each family's next variant, and `draw` of them.

        With a seed the questions are mixed first; the next turn asks those that come next.
        """
        families = list(self.families())
        if seed is not None:
            random.Random(seed).shuffle(families)  # noqa: S311  to be repeated, not secret
        count = min(self.policy.draw or len(families), len(families))
        places = sorted((turn * count + n) % len(families) for n in range(count))
        return tuple(families[place][turn % len(families[place])] for place in places)

    @property
    def maximum(self) -> int:
        """The score of all right answers of one turn together."""
        return sum(question.scoring().maximum for question in self.drawn())

    def __str__(self) -> str:
        facts = {fact for question in self.questions for fact in question.facts}
        reasons = sum(len(question.reasons()) for question in self.questions)
        return (
            f"{self.id}: {len(self.questions)} questions, {self.maximum} points, "
            f"{reasons} reasons, {len(facts)} facts asked"
        )
