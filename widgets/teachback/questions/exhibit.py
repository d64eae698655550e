"""An exhibit: chart data that a question is about; with several times it makes a trend item."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from teachback.model import StrictModel, Text


class ExhibitRow(StrictModel):
    """One line of a chart: what was noted, once for each column."""

    label: Text
    values: tuple[Text, ...] = Field(min_length=1, strict=False)


class Exhibit(StrictModel):
    """A small chart as a table; its columns are times, or a single one for a snapshot."""

    title: Text
    columns: tuple[Text, ...] = Field(min_length=1, strict=False)
    rows: tuple[ExhibitRow, ...] = Field(min_length=1, strict=False)

    @model_validator(mode="after")
    def _rows_are_full(self) -> Self:
        for row in self.rows:
            if len(row.values) != len(self.columns):
                msg = f"row '{row.label}' has {len(row.values)} values, not {len(self.columns)}"
                raise ValueError(msg)
        return self

    @property
    def over_time(self) -> bool:
        """Whether it shows how something changes."""
        return len(self.columns) > 1
