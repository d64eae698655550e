"""What a class gained between two tests: normalised gain, mean difference with its interval.

Source: standards 3.4 (Hake). Percentages go from 0 to 100.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from teachback.analysis.table import Attempts, Floats
from teachback.errors import AnalysisError

LOW, HIGH = 0.3, 0.7
WHOLE = 100.0
CERTAINTY = 0.95


@dataclass(frozen=True)
class ClassGain:
    """A class before and after: means, gain of the means, mean difference with 95 percent CI.

    `lost` counts those with a result before and none after; `interval` is None for one person.
    """

    learners: int
    lost: int
    before: float
    after: float
    gain: float | None
    difference: float
    interval: tuple[float, float] | None

    @property
    def band(self) -> str:
        """The word for the gain: low below 0.3, high above 0.7, medium between."""
        if self.gain is None:
            return "undefined"
        return "low" if self.gain < LOW else "high" if self.gain > HIGH else "medium"

    def __str__(self) -> str:
        gain = "undefined" if self.gain is None else f"{self.gain:.2f} ({self.band})"
        low, high = self.interval or (math.nan, math.nan)
        span = f" (95% CI {low:.1f} to {high:.1f})" if self.interval else ""
        return (
            f"{self.learners} learners, {self.lost} lost: {self.before:.1f} before, "
            f"{self.after:.1f} after, difference {self.difference:.1f}{span}, gain {gain}"
        )


def percentages(table: Attempts) -> dict[str, float]:
    """Return each learner's points in percent of what was asked."""
    points = np.bincount(table.learner, table.score)
    most = np.bincount(table.learner, table.maximum)
    return dict(zip(table.learners, (points / most * WHOLE).tolist(), strict=True))


def class_gain(before: Mapping[str, float], after: Mapping[str, float]) -> ClassGain:
    """Return what a class gained, over those who have both results, in percent by learner.

    Raises:
        AnalysisError: if nobody has both, or a result is not from 0 to 100.
    """
    both = [name for name in before if name in after]
    values = [*before.values(), *after.values()]
    if not both or not all(0 <= one <= WHOLE for one in values):
        msg = f"{len(both)} learners have both results; give percentages from 0 to 100 by learner"
        raise AnalysisError(msg)
    first = np.array([before[name] for name in both], dtype=np.float64)
    last = np.array([after[name] for name in both], dtype=np.float64)
    low, high = float(first.mean()), float(last.mean())
    return ClassGain(
        learners=len(both),
        lost=len(before) - len(both),
        before=low,
        after=high,
        gain=normalised_gain(low, high),
        difference=high - low,
        interval=_interval(last - first),
    )


def normalised_gain(before: float, after: float) -> float | None:
    """Return the part won of what was still open; None if nothing was.

    >>> normalised_gain(40, 70)
    0.5
    """
    return None if before == WHOLE else (after - before) / (WHOLE - before)


def normalised_change(before: float, after: float) -> float | None:
    """Return the gain, or for a loss the part lost of what was there; None if neither can be.

    >>> normalised_change(100, 90)
    -0.1
    """
    if after < before:
        return (after - before) / before
    if before == after:
        return None if before in {0, WHOLE} else 0.0
    return (after - before) / (WHOLE - before)


def _interval(differences: Floats) -> tuple[float, float] | None:
    count = len(differences)
    if count < 2:  # noqa: PLR2004  one value has no spread
        return None
    error = float(differences.std(ddof=1)) / math.sqrt(count)
    reach = t_quantile((1 + CERTAINTY) / 2, count - 1) * error
    mean = float(differences.mean())
    return mean - reach, mean + reach


def t_quantile(chance: float, freedom: int) -> float:
    """Return the value below which Student's t lies with this chance, above one half.

    The density is summed by Simpson's rule over the angle whose tangent is t / sqrt(freedom):
    in it the whole tail has an end.
    """
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(math.pi)
    low, high = 0.0, math.pi / 2
    for _ in range(60):
        middle = (low + high) / 2
        angles = np.linspace(0, middle, 401)
        heights = np.cos(angles) ** (freedom - 1)
        weights = np.ones(401)
        weights[1:-1:2], weights[2:-1:2] = 4, 2
        below = 0.5 + scale * float(weights @ heights) * middle / 1200
        low, high = (middle, high) if below < chance else (low, middle)
    return math.tan(low) * math.sqrt(freedom)
