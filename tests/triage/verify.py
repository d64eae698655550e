"""`python -m tests.triage.verify`: the exhaustive recipe of the clinical brief 3.6, P1 to P6.

And the joint truth tables, row by row, against a second reading of the brief; and every mutant.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from itertools import islice, product
from multiprocessing import get_context
from random import Random
from typing import NamedTuple

from rich.console import Console
from rich.progress import Progress

from teachback.triage import Finding, Findings, advise
from tests.triage import joint
from tests.triage.oracle import advice
from tests.triage.states import (
    CHECKLIST,
    GRID,
    MODIFIER_SETS,
    MODIFIERS,
    STATES_OF,
    SYMPTOMS,
    random_set,
    rank,
)
from tests.triage.test_mutation import judged

RANDOM_JOBS, RANDOM_SETS = 240, 620
SLICES = 40
FIELDS = {symptom.id: symptom.fields for symptom in CHECKLIST.symptoms}


class Job(NamedTuple):
    """A part of the recipe: a symptom's singles and pairs, or a seed's random sets."""

    symptom: str
    seed: int
    step: int


class Outcome(NamedTuple):
    """How much was checked, and what was wrong."""

    checks: int
    violations: list[str]


def main() -> int:
    """Check, show progress, and return 1 if a law is broken anywhere."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="part of the recipe, 0 to 1")
    step = max(1, round(1 / parser.parse_args().share))
    jobs = [Job(name, 0, step) for name in SYMPTOMS]
    jobs += [Job("", seed, step) for seed in range(RANDOM_JOBS)]
    tables = [(name, n, step) for name in joint.TABLES for n in range(SLICES)]
    console = Console(stderr=True)
    with Progress(console=console) as progress, get_context("fork").Pool(os.cpu_count()) as pool:
        laws = _gather(
            progress.track(pool.imap_unordered(run, jobs), len(jobs), description="P1 to P6")
        )
        every = pool.imap_unordered(compare, tables)
        rows = _gather(progress.track(every, len(tables), description="Joint tables"))
    for violation in [*laws.violations, *rows.violations][:20]:
        console.print(violation, markup=False)
    for name, level, _ in judged():
        seen = "a level changes" if level else "X11 gives the same level; the reasons change"
        sys.stdout.write(f"mutant {name}: {seen}\n")
    sys.stdout.write(f"{rows.checks} rows of the joint tables, {len(rows.violations)} differ\n")
    sys.stdout.write(f"{laws.checks} checks of P1 to P6, {len(laws.violations)} violations\n")
    return 1 if laws.violations or rows.violations or not laws.checks else 0


def _gather(outcomes: Iterable[Outcome]) -> Outcome:
    every = list(outcomes)
    found = [violation for one in every for violation in one.violations]
    return Outcome(sum(one.checks for one in every), found)


def compare(part: tuple[str, int, int]) -> Outcome:
    """Compare a slice of a joint table with the second reading of the brief."""
    name, first, step = part
    checks, violations = 0, []
    for found in islice(joint.rows(name), first, None, SLICES * step):
        checks += 1
        told, expected = advise(CHECKLIST, found), advice(found)
        if (told.level.rank, set(told.rules)) != expected:
            violations.append(f"{found}: {told.level.rank} {told.rules}, the brief: {expected}")
    return Outcome(checks, violations)


def run(job: Job) -> Outcome:
    """Check every case of a job against every law."""
    checks, violations = 0, []
    cases = singles_and_pairs(job.symptom) if job.symptom else random_sets(job.seed)
    for found in islice(cases, job.seed % job.step, None, job.step):
        level = rank(found)
        for law, other, worse in changes_of(found):
            checks += 1
            reached = rank(other)
            if (reached < level) if worse else (reached > level):
                violations.append(f"{law}: {found} gives {level}, {other} gives {reached}")
    return Outcome(checks, violations)


def singles_and_pairs(symptom: str) -> Iterator[Findings]:
    """Yield each state of a symptom, alone and with each state of each later one."""
    later = SYMPTOMS[SYMPTOMS.index(symptom) + 1 :]
    for state, held in product(STATES_OF[symptom], MODIFIER_SETS):
        yield Findings({symptom: state}, held)
        for other in later:
            for one in STATES_OF[other]:
                yield Findings({symptom: state, other: one}, held)


def random_sets(seed: int) -> Iterator[Findings]:
    """Yield random sets of three to nine symptoms."""
    random = Random(seed)
    for _ in range(RANDOM_SETS):
        yield random_set(random, range(3, 10))


def changes_of(found: Findings) -> Iterator[tuple[str, Findings, bool]]:
    """Yield a law, findings that are one step away, and whether they are worse or milder."""
    yield from fewer(found)
    for modifier in set(MODIFIERS) - found.modifiers:
        yield "P4", Findings(found.present, found.modifiers | {modifier}), True
    for name, state in found.present.items():
        for law, worse in worse_states(name, state):
            yield law, Findings({**found.present, name: worse}, found.modifiers), True


def fewer(found: Findings) -> Iterator[tuple[str, Findings, bool]]:
    """Yield these findings with one symptom less, and each symptom alone."""
    for name, state in found.present.items():
        rest = {other: one for other, one in found.present.items() if other != name}
        yield "P1", Findings(rest, found.modifiers), False
        if len(rest) > 1:
            yield "P5", Findings({name: state}, found.modifiers), False


def worse_states(name: str, state: Finding) -> Iterator[tuple[str, Finding]]:
    """Yield each state with one field a step worse, and with it missing, which counts as worst."""
    for field in FIELDS[name]:
        now = getattr(state, field)
        if now == getattr(Finding(), field):
            continue
        step = next((value for value in GRID[field] if value > now), None)
        if step is not None:
            yield ("P3" if field == "changed" else "P2"), state._replace(**{field: step})
        yield "P6", state._replace(**{field: getattr(Finding(), field)})


if __name__ == "__main__":
    sys.exit(main())
