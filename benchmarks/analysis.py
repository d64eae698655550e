"""`python -m benchmarks --analysis`: item analysis of a million answers, in time and memory."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time

import numpy as np

ITEMS = 200
LEARNERS = (1_250, 2_500, 5_000)
RUNS = 3


def main() -> int:
    """Print seconds and memory for each size, each in a process of its own, and how they grow."""
    per_answer = []
    for learners in LEARNERS:
        command = [sys.executable, "-m", "benchmarks.analysis", str(learners)]
        runs = [
            json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
            for _ in range(RUNS)
        ]
        best = min(runs, key=lambda run: run["read"] + run["analyse"])
        answers = learners * ITEMS
        per_answer.append((best["read"] + best["analyse"]) / answers * 1e6)
        print(
            f"{answers:>9,} answers, {learners:,} learners: columns to table {best['read']:.2f} s, "
            f"analysis {best['analyse']:.2f} s, {best['extra']:.0f} MB beside the columns"
        )
    grows = per_answer[-1] / per_answer[0]
    print(f"{per_answer[-1]:.2f} microseconds an answer; {grows:.2f} times that of the smallest")
    return 0


def measure(learners: int) -> dict[str, float]:
    """Return seconds and megabytes for one table, made as a file of attempts would give it."""
    from teachback.analysis import analyse, attempts  # noqa: PLC0415  counted in the process

    source = np.random.default_rng(5)
    count = learners * ITEMS
    columns = {
        "learner": [f"learner-{n}" for n in range(learners) for _ in range(ITEMS)],
        "item": [f"item-{n}" for n in range(ITEMS)] * learners,
        "score": source.integers(0, 2, count).astype(float).tolist(),
        "maximum": [1.0] * count,
        "choice": np.array(list("abcd"))[source.integers(0, 4, count)].tolist(),
    }
    before = _megabytes()
    start = time.perf_counter()
    table = attempts(columns)
    read = time.perf_counter()
    found = analyse(table)
    done = time.perf_counter()
    assert len(found.items) == ITEMS  # noqa: S101  the work was done
    return {"read": read - start, "analyse": done - read, "extra": _megabytes() - before}


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    json.dump(measure(int(sys.argv[1])), sys.stdout)
