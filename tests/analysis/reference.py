"""Item analysis, slowly and by the book: plain loops over plain lists, to compare with."""

from __future__ import annotations

from statistics import mean, pvariance
from typing import Any

Row = tuple[str, str, float, float]


def correlation(pairs: list[tuple[float, float]]) -> float | None:
    """Return Pearson's r, or None where one of the two does not vary."""
    if len(pairs) < 2:
        return None
    one, other = mean(x for x, _ in pairs), mean(y for _, y in pairs)
    left = sum((x - one) ** 2 for x, _ in pairs)
    right = sum((y - other) ** 2 for _, y in pairs)
    if left * right < 1e-18:
        return None
    return sum((x - one) * (y - other) for x, y in pairs) / (left * right) ** 0.5


def share(rows: list[Row]) -> float | None:
    """Return points of possible points; None if nothing was possible."""
    most = sum(row[3] for row in rows)
    return sum(row[2] for row in rows) / most if most else None


def item_of(rows: list[Row], item: str) -> tuple[float, float | None, float | None]:
    """Return difficulty, point-biserial and corrected point-biserial of one item."""
    whole, rest = [], []
    for row in rows:
        if row[1] != item:
            continue
        others = [one for one in rows if one[0] == row[0]]
        own = row[2] / row[3]
        whole.append((own, share(others)))
        without = share([one for one in others if one[1] != item])
        if without is not None:
            rest.append((own, without))
    return mean(x for x, _ in whole), correlation(whole), correlation(rest)


def reliability(rows: list[Row]) -> float | None:
    """Return alpha over the learners who were asked every item."""
    items = sorted({row[1] for row in rows})
    table: dict[str, dict[str, float]] = {}
    for learner, item, score, _ in rows:
        table.setdefault(learner, {})[item] = score
    whole: list[dict[str, Any]] = [row for row in table.values() if len(row) == len(items)]
    if len(items) < 2 or len(whole) < 2:
        return None
    total = pvariance([sum(row.values()) for row in whole])
    if not total:
        return None
    parts = sum(pvariance([row[item] for row in whole]) for item in items)
    return len(items) / (len(items) - 1) * (1 - parts / total)
