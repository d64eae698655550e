"""What both kinds of matrix share: rows, columns, and a reason for each row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from pydantic import Field, model_validator

from teachback.model import Id, Option, StrictModel, Text, refuse_double_ids
from teachback.questions.base import Question


class Row(StrictModel):
    """One row: what it says, the column or columns that are right for it, and why."""

    id: Id
    text: Text
    right: tuple[Id, ...] = Field(strict=False)
    why: Text


class Matrix(Question):
    """A table in which each row is judged under the same columns."""

    columns: tuple[Option, ...] = Field(min_length=2, max_length=10, strict=False)
    rows: tuple[Row, ...] = Field(min_length=2, max_length=10, strict=False)

    @model_validator(mode="after")
    def _rows_name_columns(self) -> Self:
        refuse_double_ids(self.columns, "column")
        refuse_double_ids(self.rows, "row")
        known = {column.id for column in self.columns}
        for row in self.rows:
            if unknown := set(row.right) - known:
                msg = f"row '{row.id}' names '{min(unknown)}', expected one of {sorted(known)}"
                raise ValueError(msg)
        return self

    def cell(self, row: str, column: str) -> str:
        """Return the element of a cell."""
        return f"{row}:{column}"

    def reasons(self) -> Mapping[str, str]:
        """Return for each cell the reason of its row."""
        return {self.cell(r.id, c.id): r.why for r in self.rows for c in self.columns}

    def choices(self) -> Mapping[str, str]:
        """Return for each cell the words of its row and column."""
        return {
            self.cell(row.id, column.id): f"{row.text}: {column.text}"
            for row in self.rows
            for column in self.columns
        }
