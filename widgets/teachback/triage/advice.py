"""Advice: the level that findings reach, the rules that set it, why, and from which sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from teachback.triage.checklist import ChecklistContent
from teachback.triage.findings import Findings
from teachback.triage.levels import Level
from teachback.triage.rule import Clause


@dataclass(frozen=True)
class Advice:
    """How fast to get help: a floor that a person may always go above, never below."""

    level: Level
    rules: tuple[str, ...]
    reasons: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def text(self) -> str:
        """The fixed words of the level."""
        return self.level.text


def advise(checklist: ChecklistContent, findings: Findings) -> Advice:
    """Return the advice for these findings: the highest level of all rules that hold.

    Rules that look at the level itself are applied last, so that none can be missed.
    Source: clinical brief 3.4, algorithm.
    """
    first = _highest(checklist.clauses, findings, -1)
    rank = max(first, _highest(checklist.clauses, findings, first))
    fired = {
        clause.rule
        for clause in checklist.clauses
        if clause.rank == rank and holds(clause.condition, findings, first)
    }
    rules = [rule for rule in checklist.rules if rule.id in fired]
    return Advice(
        level=checklist.level_of_rank(rank),
        rules=tuple(rule.id for rule in rules),
        reasons=tuple(dict.fromkeys(rule.reason for rule in rules)),
        sources=tuple(dict.fromkeys(source for rule in rules for source in rule.sources)),
    )


def _highest(clauses: Iterable[Clause], findings: Findings, level: int) -> int:
    ranks = (clause.rank for clause in clauses if holds(clause.condition, findings, level))
    return max(ranks, default=-1)


def holds(condition: list[Any], findings: Findings, level: int) -> bool:
    """Return whether a compiled condition holds; `level` is the rank that is reached so far."""
    match condition:
        case ["at_least", needed, children]:
            held = sum(holds(child, findings, level) for child in children)
            return held >= int(needed)
        case ["has", symptom, changed, severity, days]:
            found = findings.present.get(symptom)
            return (
                found is not None
                and found.changed >= changed
                and found.severity >= severity
                and found.days >= days
            )
        case ["modifier", modifier]:
            return str(modifier) in findings.modifiers
        case ["level", rank]:
            return level >= int(rank)
    msg = f"unknown condition {condition!r}"
    raise ValueError(msg)
