"""Banks of generated questions: what `teachback check` costs for each size, and how it grows."""

from __future__ import annotations

import json
import math
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

SIZES = (1_000, 3_000, 10_000)
IN_A_FILE = 100
WORDS = ("call", "team", "pain", "back", "legs", "weak", "numb", "chill", "fall", "walk", "rest")
KEYS = ("a", "b", "c", "d")


def question(number: int, source: random.Random) -> dict[str, Any]:
    """Return a question that keeps every rule of the bank: its key's place and length vary."""
    words = [" ".join(source.choices(WORDS, k=4)) for _ in KEYS]
    options = [
        {"id": key, "right" if n == number % 4 else "wrong": f"{text} {key}.", "why": f"{text}."}
        for n, (key, text) in enumerate(zip(KEYS, words, strict=True))
    ]
    return {"id": f"q{number}", "ask": f"Story {number}?", "facts": ["SEED-06"], "options": options}


def write_bank(folder: Path, count: int) -> None:
    """Write `count` questions into files of a hundred."""
    source = random.Random(count)  # noqa: S311  the same bank in every run
    for start in range(0, count, IN_A_FILE):
        questions = [question(n, source) for n in range(start, start + IN_A_FILE)]
        quiz = {"id": f"bank{start}", "title": "Bank", "intro": "Bank.", "questions": questions}
        (folder / f"bank{start}.yaml").write_text(json.dumps(quiz, indent=1), encoding="utf-8")


def seconds(count: int) -> float:
    """Return how long `teachback check` took for a bank of this size, in a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        write_bank(Path(name), count)
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "teachback", "check", name],
            capture_output=True,
            text=True,
            check=False,
        )
        taken = time.perf_counter() - start
    if done.returncode:
        msg = f"teachback check failed: {done.stderr[:500]}"
        raise RuntimeError(msg)
    return taken


def growth(costs: dict[int, float]) -> float:
    """Return the exponent of the cost in the size, by least squares on both logarithms."""
    points = [(math.log(size), math.log(cost)) for size, cost in costs.items()]
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    above = sum((x - mean_x) * (y - mean_y) for x, y in points)
    return above / sum((x - mean_x) ** 2 for x, _ in points)


def main() -> int:
    """Measure an empty check and each size, and print the exponent of what a question costs."""
    idle = min(seconds(0) for _ in range(3))
    print(f"no question: {idle:.2f} s")
    costs = {}
    for size in SIZES:
        costs[size] = seconds(size) - idle
        print(f"{size} questions: {costs[size]:.2f} s more, {1e3 * costs[size] / size:.2f} ms each")
    print(f"exponent: {growth(costs):.2f} (1 is linear)")
    return 0
