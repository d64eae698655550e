"""A cohort made by a formula, to show what item analysis says; never to be taken for people."""

from __future__ import annotations

import numpy as np

from teachback.analysis.table import Attempts, attempts

LETTERS = ("a", "b", "c", "d")


def generated_cohort(learners: int = 120, items: int = 24, seed: int = 1) -> Attempts:
    """Return attempts that a formula made: the last item is keyed wrongly, one has a dead choice.

    The chance to be right follows from how able a learner and how hard an item is (Rasch).
    """
    source = np.random.default_rng(seed)
    able = source.normal(size=learners)[:, None]
    hard = np.linspace(-2, 1.5, items)[None, :]
    right = source.random((learners, items)) < 1 / (1 + np.exp(hard - able))
    other = source.integers(1, len(LETTERS), size=(learners, items))
    other[:, 0] = source.integers(1, len(LETTERS) - 1, size=learners)
    right[:, -1] = ~right[:, -2]
    chosen = np.where(right, 0, other)
    names = [f"learner {n + 1}" for n in range(learners)]
    count = learners * items
    return attempts(
        {
            "learner": [name for name in names for _ in range(items)],
            "item": [f"item {n + 1}" for n in range(items)] * learners,
            "score": right.astype(np.float64).ravel().tolist(),
            "maximum": [1.0] * count,
            "choice": [LETTERS[one] for one in chosen.ravel()],
        },
        generated=True,
    )
