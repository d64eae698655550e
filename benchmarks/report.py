"""What the visits say: a table, and which wishes are met."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from statistics import median

from benchmarks.visit import Visit

Visits = dict[tuple[str, bool], list[Visit]]
"""Visits by side ("stock" or "ours") and whether the line was slow."""

FIRST, CLICK, DELAYED_CLICK, REQUESTS, SIZE = (
    "first reason, ms",
    "click to reason, ms",
    "click to reason, slow line, ms",
    "requests before the first reason",
    "kB before the first reason",
)


@dataclass(frozen=True)
class Row:
    """One thing measured on both sides."""

    name: str
    ours: Sequence[float]
    stock: Sequence[float]

    @property
    def ratio(self) -> float | None:
        """Our median divided by stock's, if that is not 0."""
        stock = median(self.stock)
        return median(self.ours) / stock if stock else None

    def __str__(self) -> str:
        ratio = "-" if self.ratio is None else f"{self.ratio:.3f}"
        return f"| {self.name} | {_spread(self.ours)} | {_spread(self.stock)} | {ratio} |"


@dataclass(frozen=True)
class Wish:
    """A wanted value and what was found."""

    wanted: str
    found: float
    at_most: float

    @property
    def met(self) -> bool:
        """Whether the wish is met."""
        return self.found <= self.at_most

    def __str__(self) -> str:
        return f"- {'met' if self.met else 'NOT MET'}: {self.wanted} (found {self.found:.3g})"


def _spread(values: Sequence[float]) -> str:
    middle, least, most = (
        f"{value:.1f}".removesuffix(".0") if value < 100 else f"{value:.0f}"
        for value in (median(values), min(values), max(values))
    )
    return f"{middle} ({least}-{most})"


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


def rows(visits: Visits) -> dict[str, Row]:
    """Return everything measured, by its name."""

    def row(name: str, delayed: bool, values: Callable[[Visit], Iterable[float]]) -> Row:
        ours, stock = (
            [value for one in visits[side, delayed] for value in values(one)]
            for side in ("ours", "stock")
        )
        return Row(name, ours, stock)

    found = [
        row(FIRST, False, lambda one: [one.first_reason]),
        row("first reason, slow line, ms", True, lambda one: [one.first_reason]),
        row(CLICK, False, lambda one: one.clicks),
        row(DELAYED_CLICK, True, lambda one: one.clicks),
        row(REQUESTS, False, lambda one: [one.requests]),
        row(SIZE, False, lambda one: [one.size / 1000]),
        row("longest freeze after the first reason, ms", False, lambda one: [one.freeze]),
    ]
    return {one.name: one for one in found}


def table(found: dict[str, Row], other: str = "stock") -> str:
    """Return the rows as a table in Markdown; `other` names what we stand beside."""
    head = f"| | ours: median (min-max) | {other}: median (min-max) | ours / {other} |"
    return "\n".join([head, "| --- | --- | --- | --- |", *map(str, found.values())])


def wishes(found: dict[str, Row]) -> list[Wish]:
    """Return the wanted values and whether they are met."""
    click, delayed = median(found[CLICK].ours), median(found[DELAYED_CLICK].ours)
    return [
        Wish("first reason at most 0.15 of stock", found[FIRST].ratio or 0, 0.15),
        Wish("click to reason at most 5 ms", click, 5),
        Wish("with 150 ms of delay at most 1 ms more", delayed - click, 1),
        Wish("at most 150 kB before the first reason (largest visit)", max(found[SIZE].ours), 150),
        Wish("at most 10 requests before it (largest visit)", max(found[REQUESTS].ours), 10),
    ]
