"""A case study: one person, six questions, one for each step of clinical judgment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from pydantic import Field

from teachback.model import StrictModel, Text
from teachback.questions.base import Question, Step
from teachback.questions.exhibit import Exhibit

STEPS: tuple[Step, ...] = get_args(Step)


class ChartEntry(StrictModel):
    """What is known of the person from a step on: a note, a table, or both."""

    title: Text
    from_step: Step
    note: Text | None = None
    table: Exhibit | None = None


class Case(StrictModel):
    """The person a case study is about; the chart unfolds step by step."""

    person: Text
    chart: tuple[ChartEntry, ...] = Field(min_length=1, strict=False)


def refuse_other_steps(questions: Sequence[Question]) -> None:
    """Refuse questions that are not one for each step, in the order of the steps (NGN-01).

    Raises:
        ValueError: naming the steps found and expected.
    """
    found = [question.step for question in questions]
    if found != list(STEPS):
        msg = f"a case study asks {', '.join(STEPS)}, in this order; found {found}"
        raise ValueError(msg)
