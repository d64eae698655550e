"""What one call of `advise` costs on a warm topic, beside a plain scan over every rule."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import replace

from benchmarks.bank import growth
from teachback import load_topic
from teachback.triage import ChecklistContent, Finding, Findings, advise
from teachback.triage.predicate import holds

CALLS = 2_000
ROUNDS = 7
SIZES = (1, 2, 4, 6, 8, 10)
COPIES = (1, 2, 4, 8)


def scan(checklist: ChecklistContent, findings: Findings) -> int:
    """Return the rank by asking every clause, as a program without a lookup would."""
    ranks = [c.rank for c in checklist.clauses if holds(c.condition, findings, -1)]
    first = max(ranks, default=-1)
    last = [c.rank for c in checklist.clauses if holds(c.condition, findings, first)]
    return max(last, default=-1)


def states(checklist: ChecklistContent, size: int) -> list[Findings]:
    """Return seeded sets of this many symptoms."""
    source = random.Random(size)  # noqa: S311  the same sets in every run
    names = [symptom.id for symptom in checklist.symptoms]
    return [
        Findings(
            {
                name: Finding(source.random() < 0.5, source.randint(1, 10), source.randint(0, 6))
                for name in source.sample(names, size)
            },
            frozenset(m.id for m in checklist.modifiers if source.random() < 0.5),
        )
        for _ in range(CALLS)
    ]


def microseconds(call: Callable[[Findings], object], given: list[Findings]) -> float:
    """Return the median over some rounds of what one call costs in processor time."""
    found = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for one in given:
            call(one)
        found.append(1e6 * (time.process_time() - start) / len(given))
    return sorted(found)[len(found) // 2]


def main() -> int:
    """Measure both in turn for each size, and how the cost grows with the number of rules."""
    checklist = load_topic("bone_metastasis").checklist
    print("symptoms  advise  scan  ratio (microseconds a call)")
    for size in SIZES:
        given = states(checklist, size)
        ours = microseconds(lambda one: advise(checklist, one), given)
        plain = microseconds(lambda one: scan(checklist, one), given[:200])
        print(f"{size:8} {ours:7.1f} {plain:5.0f} {ours / plain:6.3f}")
    costs = {}
    for copies in COPIES:
        rules = tuple(
            rule.model_copy(update={"id": f"{rule.id}-{copy}"})
            for copy in range(copies)
            for rule in checklist.rules
        )
        many = replace(checklist, rules=rules)
        costs[len(rules)] = microseconds(lambda one, many=many: advise(many, one), states(many, 4))
        print(f"{len(rules)} rules: {costs[len(rules)]:.1f} microseconds a call")
    print(f"exponent: {growth(costs):.2f} (1 is linear)")
    return 0
