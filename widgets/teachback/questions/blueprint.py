"""A blueprint: how many items of which kind a test has; its forms never share an item."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Self

from pydantic import Field, model_validator

from teachback.model import Id, StrictModel, Text
from teachback.questions.question_set import AnyQuestion


class Cell(StrictModel):
    """One line of a blueprint: items for some objectives, or stories, on every form."""

    name: Text
    objectives: tuple[Id, ...] = Field(default=(), strict=False)
    items: int = Field(default=0, ge=0)
    red_flags: int = Field(default=0, ge=0, description="So many of the items, exactly.")
    stories: int = Field(default=0, ge=0)
    emergencies: int = Field(default=0, ge=0, description="So many of the stories, exactly.")

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if bool(self.items) == bool(self.stories) or bool(self.items) != bool(self.objectives):
            msg = "needs 'objectives' with 'items', or 'stories'"
            raise ValueError(msg)
        if self.red_flags > self.items or self.emergencies > self.stories:
            msg = "cannot have more red flags than items, or more emergencies than stories"
            raise ValueError(msg)
        return self

    @property
    def count(self) -> int:
        """How many items of a form this line gives."""
        return self.items or self.stories

    @property
    def urgent(self) -> int:
        """How many of them must be right."""
        return self.red_flags or self.emergencies


class Exam(StrictModel):
    """A test drawn by a blueprint from banks of questions that are never practised.

    exam: marked by the kernel, one form for each attempt. check: two forms, before and after the
    course, the same for everybody, so that a class can be compared with itself.
    """

    id: Id
    title: Text
    intro: Text
    mode: Literal["exam", "check"] = "exam"
    forms: int = Field(default=2, ge=1, le=4, description="Attempts; or before and after.")
    pass_percent: int = Field(default=80, ge=1, le=100)
    confidence: Text | None = Field(default=None, description="Asked once, before and after.")
    banks: tuple[Id, ...] = Field(min_length=1, strict=False, description="Quizzes to draw from.")
    cells: tuple[Cell, ...] = Field(min_length=1, strict=False)

    @model_validator(mode="after")
    def _before_and_after(self) -> Self:
        if self.mode == "check" and self.forms != 2:  # noqa: PLR2004  before and after
            msg = "a test before and after the course has two forms"
            raise ValueError(msg)
        return self

    @property
    def items(self) -> int:
        """How many items a form has."""
        return sum(cell.count for cell in self.cells)


@dataclass(frozen=True)
class Pool:
    """What a line of a blueprint may draw from: items that must be right, and others."""

    cell: Cell
    urgent: tuple[AnyQuestion, ...]
    other: tuple[AnyQuestion, ...]

    def mistakes(self, forms: int) -> Iterator[str]:
        """Yield what is missing, so that no two forms share an item."""
        needed = {"red-flag": self.cell.urgent, "other": self.cell.count - self.cell.urgent}
        for kind, found in (("red-flag", self.urgent), ("other", self.other)):
            if (missing := needed[kind] * forms - len(found)) > 0:
                yield (
                    f"'{self.cell.name}' needs {needed[kind]} {kind} items on each of {forms} "
                    f"forms, none twice; found {len(found)}, write {missing} more"
                )


def pools(
    exam: Exam, questions: Iterable[AnyQuestion], stories: Iterable[AnyQuestion]
) -> tuple[Pool, ...]:
    """Return what each line draws from; an item belongs to the first line that names its aim.

    Of a question with variants only the first is drawn: two forms must not ask the same twice.
    """
    left = [one for one in questions if one.variant_of is None]
    told = list(stories)
    found = []
    for cell in exam.cells:
        fits = [one for one in left if one.objective in cell.objectives] if cell.items else told
        left = [one for one in left if one not in fits]
        told = told if cell.items else []
        urgent = tuple(one for one in fits if one.red_flag)
        found.append(Pool(cell, urgent, tuple(one for one in fits if not one.red_flag)))
    return tuple(found)


def draw_forms(
    exam: Exam, drawn_from: Sequence[Pool], seed: str
) -> tuple[tuple[AnyQuestion, ...], ...]:
    """Return the forms of a test: alike by the blueprint, without a shared item, mixed by `seed`.

    Raises:
        ValueError: naming every line that has too few items.
    """
    if missing := [one for pool in drawn_from for one in pool.mistakes(exam.forms)]:
        raise ValueError("; ".join(missing))
    source = random.Random(f"{exam.id}:{seed}")  # noqa: S311  to be repeated, not secret
    forms: list[list[AnyQuestion]] = [[] for _ in range(exam.forms)]
    for pool in drawn_from:
        urgent, other = pool.cell.urgent, pool.cell.count - pool.cell.urgent
        for items, count in ((pool.urgent, urgent), (pool.other, other)):
            mixed = source.sample(items, len(items))
            for number, form in enumerate(forms):
                form.extend(mixed[number * count : (number + 1) * count])
    for form in forms:
        source.shuffle(form)
    return tuple(map(tuple, forms))
