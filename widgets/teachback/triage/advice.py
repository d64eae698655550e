"""Advice: the level that findings reach, the rules that set it, why, and from which sources."""

from __future__ import annotations

from dataclasses import dataclass

from teachback.triage.checklist import ChecklistContent
from teachback.triage.findings import Findings
from teachback.triage.levels import Level


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
    held = checklist.lookup.held(findings)
    rank = max([line.rank for line in held], default=-1)
    places = sorted({checklist.rule_order[line.rule] for line in held if line.rank == rank})
    rules = [checklist.rules[place] for place in places]
    return Advice(
        level=checklist.level_of_rank(rank),
        rules=tuple([rule.id for rule in rules]),
        reasons=tuple(dict.fromkeys([rule.reason for rule in rules])),
        sources=tuple(dict.fromkeys([source for rule in rules for source in rule.sources])),
    )
