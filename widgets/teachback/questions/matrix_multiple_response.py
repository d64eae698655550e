"""Matrix multiple response: each column is a list of rows, any number of which are right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import model_validator

from teachback.model import Option, Part, Parts, PickMany
from teachback.questions.matrix import Matrix
from teachback.questions.scoring import Scoring, plus_minus


class MatrixMultipleResponse(Matrix):
    """Plus one and minus one for each cell, with a floor of zero in each column."""

    type: Literal["matrix_multiple_response"]

    @model_validator(mode="after")
    def _some_are_right(self) -> Self:
        if not any(row.right for row in self.rows):
            msg = "needs at least one row with a column under 'right', found none"
            raise ValueError(msg)
        return self

    def cell(self, row: str, column: str) -> str:
        """Return the element of a cell: the column comes first, as in the answer."""
        return f"{column}:{row}"

    def control(self) -> Parts:
        """Return one list of rows for each column."""
        pick = PickMany(options=tuple(Option(id=row.id, text=row.text) for row in self.rows))
        columns = tuple(Part(id=one.id, label=one.text, control=pick) for one in self.columns)
        return Parts(look="columns", parts=columns)

    def scoring(self) -> Scoring:
        """Return plus one and minus one with a floor in each column."""
        split = (
            (
                [self.cell(row.id, column.id) for row in self.rows if column.id in row.right],
                [self.cell(row.id, column.id) for row in self.rows if column.id not in row.right],
            )
            for column in self.columns
        )
        return plus_minus(split, "column")

    def key(self) -> Mapping[str, tuple[str, ...]]:
        """Return the right rows of each column."""
        return {
            column.id: tuple(row.id for row in self.rows if column.id in row.right)
            for column in self.columns
        }
