"""Item analysis: how hard, how telling, which choices nobody takes, and how far to trust a sum.

Sources: standards 3.4. Variances are those of the whole group (population), as KR-20 needs. The
time grows with the number of answers alone: no matrix of learners by items is made.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from teachback.analysis.table import Attempts, Codes, Floats

HARD, EASY = 0.30, 0.90
WEAK = 0.20
RARE = 0.05
TRUSTED = 0.70
FEW = 100


@dataclass(frozen=True)
class Item:
    """One item: takers, difficulty (mean share of points, 1 is easy), and what to look at.

    `point_biserial` is with the whole score, `corrected` with the score of the other items; both
    None where nothing varies. `choices` holds the share of takers of each choice.
    """

    id: str
    takers: int
    difficulty: float
    point_biserial: float | None
    corrected: float | None
    choices: dict[str, float]
    flags: tuple[str, ...]


@dataclass(frozen=True)
class Analysis:
    """A test: its items, and how far its sum can be trusted (KR-20, or alpha for partial credit).

    `complete` counts the learners who were asked every item; reliability is theirs alone.
    """

    items: tuple[Item, ...]
    learners: int
    complete: int
    reliability: float | None
    coefficient: str
    notes: tuple[str, ...]
    generated: bool

    def __str__(self) -> str:
        trust = "none" if self.reliability is None else f"{self.reliability:.2f}"
        flagged = sum(bool(item.flags) for item in self.items)
        return (
            f"{len(self.items)} items, {self.learners} learners, {self.coefficient} {trust}, "
            f"{flagged} items to look at"
        )


def analyse(table: Attempts, safety: Iterable[str] = ()) -> Analysis:
    """Return the item analysis of attempts.

    Items named in `safety` are meant to be easy: that alone is no reason to look at them.
    """
    share = table.score / table.maximum
    takers = np.bincount(table.item, minlength=len(table.items))
    difficulty = _mean(table, share, takers)
    whole = _correlation(table, share, _rest(table, corrected=False))
    corrected = _correlation(table, share, _rest(table, corrected=True))
    chosen = _choices(table, takers)
    known = frozenset(safety)
    items = tuple(
        Item(
            id=name,
            takers=int(takers[n]),
            difficulty=float(difficulty[n]),
            point_biserial=_number(whole[n]),
            corrected=_number(corrected[n]),
            choices=chosen[n],
            flags=tuple(_flags(difficulty[n], corrected[n], chosen[n], name in known)),
        )
        for n, name in enumerate(table.items)
    )
    trust, complete = _reliability(table)
    notes = tuple(_notes(len(table.learners), complete, trust))
    coefficient = "KR-20" if (table.maximum == 1).all() and _whole(table.score) else "alpha"
    learners = len(table.learners)
    return Analysis(items, learners, complete, trust, coefficient, notes, table.generated)


def _whole(score: Floats) -> bool:
    return bool(np.isin(score, (0.0, 1.0)).all())


def _mean(table: Attempts, values: Floats, takers: Codes) -> Floats:
    return np.asarray(_sums(table.item, values) / takers)


def _sums(codes: Codes, values: Floats) -> Floats:
    return np.bincount(codes, values).astype(np.float64)


def _rest(table: Attempts, corrected: bool) -> Floats:
    """Return for each answer the learner's share of points, with or without this item.

    A share, because not everybody must have been asked the same; NaN if nothing else was asked.
    """
    points = _sums(table.learner, table.score)[table.learner]
    most = _sums(table.learner, table.maximum)[table.learner]
    if corrected:
        points, most = points - table.score, most - table.maximum
    return np.asarray(np.divide(points, most, out=np.full(len(points), np.nan), where=most > 0))


def _correlation(table: Attempts, one: Floats, other: Floats) -> Floats:
    """Return each item's correlation of two values over its answers; NaN where nothing varies."""
    seen = ~np.isnan(other)
    item, one, other = table.item[seen], one[seen], other[seen]
    count = len(table.items)
    takers = np.maximum(np.bincount(item, minlength=count), 1)

    def centred(values: Floats) -> Floats:
        return np.asarray(values - (np.bincount(item, values, count) / takers)[item])

    one, other = centred(one), centred(other)
    spread = np.bincount(item, one * one, count) * np.bincount(item, other * other, count)
    together = np.bincount(item, one * other, count)
    some = spread > 1e-18  # noqa: PLR2004  what rounding leaves where nothing varies
    found = np.divide(together, np.sqrt(spread), out=np.full(count, np.nan), where=some)
    return np.asarray(found)


def _number(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _choices(table: Attempts, takers: Codes) -> list[dict[str, float]]:
    found: list[dict[str, float]] = [{} for _ in table.items]
    pairs, counts = np.unique(table.item * len(table.choices) + table.choice, return_counts=True)
    for pair, count in zip(pairs.tolist(), counts.tolist(), strict=True):
        item, choice = divmod(pair, len(table.choices))
        if table.choices[choice]:
            found[item][table.choices[choice]] = count / int(takers[item])
    return found


def _flags(
    difficulty: float, corrected: float, choices: dict[str, float], safety: bool
) -> Iterator[str]:
    if difficulty < HARD:
        yield "hard: fewer than 30 of 100 points earned"
    if difficulty > EASY and not safety:
        yield "easy: more than 90 of 100 points earned"
    if corrected < 0:
        yield "pull: who knows more gets it wrong"
    elif corrected < WEAK:
        yield "review: it hardly tells who knows more"
    for choice, share in choices.items():
        if share < RARE:
            yield f"rewrite '{choice}': fewer than 5 of 100 chose it"


def _reliability(table: Attempts) -> tuple[float | None, int]:
    """Return KR-20 or alpha over the learners who were asked everything, and how many these are."""
    count = len(table.items)
    asked = np.bincount(table.learner, minlength=len(table.learners))
    whole = (asked == count)[table.learner]
    complete = int((asked == count).sum())
    if count < 2 or complete < 2:  # noqa: PLR2004  no variance in one
        return None, complete
    item, learner, score = table.item[whole], table.learner[whole], table.score[whole]
    mean = np.bincount(item, score, count) / complete
    spread = np.bincount(item, (score - mean[item]) ** 2, count) / complete
    totals = np.bincount(learner, score, len(table.learners))[asked == count]
    variance = float(totals.var())
    if variance == 0:
        return None, complete
    return float(count / (count - 1) * (1 - spread.sum() / variance)), complete


def _notes(learners: int, complete: int, trust: float | None) -> Iterator[str]:
    if learners < FEW:
        yield f"Only {learners} learners: interpret with caution; such figures settle at about 200."
    if complete < learners:
        missing = learners - complete
        yield f"{missing} learners were not asked every item; reliability leaves them out."
    if trust is None:
        yield "Reliability cannot be told: too few whole attempts, or nobody differs."
    elif trust < TRUSTED:
        yield "Reliability is below 0.70: decide nothing about one person by this test."
