"""Highlight text and highlight table: passages of a chart note that can be marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, Self

from pydantic import Field, model_validator

from teachback.model import Highlight, Line, Piece, StrictModel, Text, refuse_double_ids
from teachback.questions.base import (
    Question,
    Reasoned,
    drawn,
    require_right,
    right_ids,
    wrong_ids,
)
from teachback.questions.scoring import Scoring, plus_minus

Passage = Text | Reasoned
"""Plain words stand there to be read; words under right or wrong can be marked."""


class HighlightRow(StrictModel):
    """A row of a chart: its heading and its passages."""

    title: Text
    passages: tuple[Passage, ...] = Field(min_length=1, strict=False)


class HighlightQuestion(Question):
    """A note with passages to mark: plus one, minus one, never below zero."""

    def lines(self) -> tuple[Line, ...]:
        """Return the note as a control shows it."""
        raise NotImplementedError

    def passages(self) -> tuple[Reasoned, ...]:
        """Return what can be marked."""
        raise NotImplementedError

    @model_validator(mode="after")
    def _some_are_right(self) -> Self:
        refuse_double_ids(self.passages(), "passage")
        require_right(self.passages())
        return self

    def control(self) -> Highlight:
        """Return the note with its passages."""
        return Highlight(options=drawn(self.passages()), lines=self.lines())

    def scoring(self) -> Scoring:
        """Return plus one for each right passage and minus one for each other."""
        return plus_minus([(right_ids(self.passages()), wrong_ids(self.passages()))])

    def key(self) -> tuple[str, ...]:
        """Return the ids of all right passages."""
        return right_ids(self.passages())

    def reasons(self) -> Mapping[str, str]:
        """Return each passage's reason."""
        return {passage.id: passage.why for passage in self.passages()}

    def choices(self) -> Mapping[str, str]:
        """Return each passage's words."""
        return {passage.id: passage.text for passage in self.passages()}


def _line(passages: Iterable[str | Reasoned], title: str | None = None) -> Line:
    pieces = (
        Piece(text=one) if isinstance(one, str) else Piece(text=one.text, option=one.id)
        for one in passages
    )
    return Line(title=title, pieces=tuple(pieces))


def _marked(passages: Iterable[str | Reasoned]) -> tuple[Reasoned, ...]:
    return tuple(one for one in passages if isinstance(one, Reasoned))


class HighlightText(HighlightQuestion):
    """A note as running text."""

    type: Literal["highlight_text"]
    note: tuple[Passage, ...] = Field(min_length=2, strict=False)

    def lines(self) -> tuple[Line, ...]:
        """Return one paragraph."""
        return (_line(self.note),)

    def passages(self) -> tuple[Reasoned, ...]:
        """Return what can be marked."""
        return _marked(self.note)


class HighlightTable(HighlightQuestion):
    """A note as a table: a row for each part of the chart."""

    type: Literal["highlight_table"]
    rows: tuple[HighlightRow, ...] = Field(min_length=1, strict=False)

    def lines(self) -> tuple[Line, ...]:
        """Return a line for each row."""
        return tuple(_line(row.passages, row.title) for row in self.rows)

    def passages(self) -> tuple[Reasoned, ...]:
        """Return what can be marked."""
        return tuple(one for row in self.rows for one in _marked(row.passages))
