"""The lookup of a checklist: which lines of its rules can hold for which symptoms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from teachback.triage.findings import Findings
from teachback.triage.predicate import Predicate, leaves, predicate
from teachback.triage.rule import Clause

HIGHEST = 3


class Line(NamedTuple):
    """One clause, ready to be asked."""

    rule: str
    rank: int
    holds: Predicate


class Lookup:
    """Finds the clauses that hold, and asks only those that mention a symptom that is there.

    This leaves none out: conditions hold no negation, so a clause that fails without any symptom
    can hold only if one that it mentions is there. Clauses that hold without any are always asked.
    """

    def __init__(self, clauses: Iterable[Clause], modifiers: frozenset[str]) -> None:
        self._always: dict[int, Line] = {}
        self._of_symptom: dict[str | int, dict[int, Line]] = {}
        self._of_level: list[Line] = []
        for number, clause in enumerate(clauses):
            line = Line(clause.rule, clause.rank, predicate(clause.condition))
            for symptom in leaves(clause.condition, "has"):
                self._of_symptom.setdefault(symptom, {})[number] = line
            if line.holds(Findings({}, modifiers), HIGHEST):
                self._always[number] = line
            if list(leaves(clause.condition, "level")):
                self._of_level.append(line)

    def held(self, findings: Findings) -> list[Line]:
        """Return the lines that hold; those that look at the level are asked last, to raise it."""
        lines = dict(self._always)
        for symptom in findings.present:
            lines.update(self._of_symptom.get(symptom, ()))
        held = [line for line in lines.values() if line.holds(findings, -1)]
        first = max([line.rank for line in held], default=-1)
        late = (line for line in self._of_level if line.rank > first)
        return held + [line for line in late if line.holds(findings, first)]
