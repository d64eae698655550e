"""What was measured: tables, and which wishes are met."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from statistics import median


@dataclass(frozen=True)
class Row:
    """One thing measured on several sides."""

    name: str
    values: Mapping[str, Sequence[float]]

    def middle(self, side: str) -> float:
        """Return the median of a side."""
        return median(self.values[side])

    def ratio(self, side: str, rival: str) -> float:
        """Return a side's median divided by its rival's; not a number if that is 0."""
        other = self.middle(rival)
        return self.middle(side) / other if other else float("nan")


@dataclass(frozen=True)
class Wish:
    """A wanted value and what was found."""

    wanted: str
    found: float
    at_most: float

    @property
    def met(self) -> bool:
        """Whether the wish is met; what could not be measured is not."""
        return self.found <= self.at_most

    def __str__(self) -> str:
        """Return a row of the table of wishes."""
        return (
            f"| {self.wanted} | {self.at_most:g} | {self.found:.3g} "
            f"| {'met' if self.met else 'NOT MET'} |"
        )


def spread(values: Sequence[float]) -> str:
    """Return the median, the least and the largest value as words."""
    middle, least, most = (
        f"{value:.2g}" if value < 10 else f"{value:.0f}"
        for value in (median(values), min(values), max(values))
    )
    return middle if least == most else f"{middle} ({least}-{most})"


def table(found: Sequence[Row]) -> str:
    """Return the rows as a table in Markdown, a side a column."""
    sides = list(dict.fromkeys(side for row in found for side in row.values))
    lines = [f"| | {' | '.join(sides)} |", "| --- |" + " --- |" * len(sides)]
    for row in found:
        told = [spread(row.values[one]) if row.values.get(one) else "-" for one in sides]
        lines.append(f"| {row.name} | {' | '.join(told)} |")
    return "\n".join(lines)


def wish_table(wanted: Sequence[Wish]) -> str:
    """Return the wishes as a table in Markdown."""
    return "\n".join(["| | at most | found | |", "| --- | --- | --- | --- |", *map(str, wanted)])


def facts(browser: str) -> dict[str, str]:
    """Return what a reader must know of the machine; nothing that names it."""
    packages = {name: version(name) for name in ("voila", "ipywidgets", "teachback")}
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "processors": str(os.cpu_count()),
        "Python": platform.python_version(),
        "Chromium": browser,
        **packages,
    }


def load() -> str:
    """Return how busy the machine is: the mean number of waiting programs in 1 and 5 minutes."""
    one, five, _ = os.getloadavg()
    return f"{one:.1f} (1 minute), {five:.1f} (5 minutes)"
