"""Matrix multiple choice: one column is right for each row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import model_validator

from teachback.model import Part, Parts, PickOne
from teachback.questions.matrix import Matrix
from teachback.questions.scoring import Scoring, zero_one


class MatrixMultipleChoice(Matrix):
    """One point for each row that stands under its right column."""

    type: Literal["matrix_multiple_choice"]

    @model_validator(mode="after")
    def _one_right_column(self) -> Self:
        for row in self.rows:
            if len(row.right) != 1:
                msg = f"row '{row.id}' needs exactly one column under 'right'"
                raise ValueError(msg)
        return self

    def control(self) -> Parts:
        """Return one choice for each row."""
        pick = PickOne(options=self.columns)
        rows = tuple(Part(id=row.id, label=row.text, control=pick) for row in self.rows)
        return Parts(look="rows", parts=rows)

    def scoring(self) -> Scoring:
        """Return one point for each row."""
        return zero_one((self.cell(row.id, row.right[0]) for row in self.rows), "row")

    def key(self) -> Mapping[str, str]:
        """Return the right column of each row."""
        return {row.id: row.right[0] for row in self.rows}
