"""Advice: the level that findings reach, the rules that set it, why, and from which sources."""

from __future__ import annotations

from dataclasses import dataclass
from operator import ge
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
    first = _highest(_held(checklist, findings, -1))
    held = _held(checklist, findings, first)
    rank = max(first, _highest(held))
    fired = {clause.rule for clause in held if clause.rank == rank}
    rules = [rule for rule in checklist.rules if rule.id in fired]
    return Advice(
        level=checklist.level_of_rank(rank),
        rules=tuple(rule.id for rule in rules),
        reasons=tuple(dict.fromkeys(rule.reason for rule in rules)),
        sources=tuple(dict.fromkeys(source for rule in rules for source in rule.sources)),
    )


def _held(checklist: ChecklistContent, findings: Findings, level: int) -> list[Clause]:
    return [one for one in checklist.clauses if holds(one.condition, findings, level)]


def _highest(clauses: list[Clause]) -> int:
    return max((clause.rank for clause in clauses), default=-1)


def holds(condition: list[Any], findings: Findings, level: int) -> bool:
    """Return whether a compiled condition holds; `level` is the rank that is reached so far."""
    kind = condition[0]
    if kind == "has":
        found = findings.present.get(condition[1])
        return found is not None and all(map(ge, found, condition[2:]))
    if kind == "at_least":
        held = sum(holds(child, findings, level) for child in condition[2])
        return held >= int(condition[1])
    if kind == "modifier":
        return condition[1] in findings.modifiers
    return level >= int(condition[1])
