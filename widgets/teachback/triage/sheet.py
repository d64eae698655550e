"""The sheet of a checklist: everything a browser needs to ask and to advise, decided ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from teachback.triage.checklist import ChecklistContent
from teachback.triage.findings import Finding, Findings
from teachback.triage.lookup import HIGHEST
from teachback.triage.predicate import holds
from teachback.triage.rule import Clause
from teachback.triage.symptom import SymptomGroup

Names = Callable[[Iterable[str]], list[str]]
"""From source keys to the names that readers see."""


def checklist_sheet(checklist: ChecklistContent, name: Names, mode: str) -> dict[str, Any]:
    """Return the checklist as plain JSON values; the shape is drawn in docs/decisions/0002.

    Only what the page asks goes there, with the clauses that can hold for it. `mode` is guided
    or education; in education mode no rule leaves Python, so that the page cannot advise by
    what is ticked.
    """
    clauses = _reachable(checklist) if mode == "guided" else []
    reached = {clause.rule for clause in clauses}
    rules = [rule for rule in checklist.rules if rule.id in reached]
    groups = [_group_sheet(checklist, group) for group in checklist.groups]
    return {
        "kind": "checklist",
        "key": "checklist",
        "mode": mode,
        "danger": checklist.danger_signs.model_dump(mode="json", exclude={"facts", "sources"}),
        "levels": [level.model_dump(mode="json") for level in checklist.levels],
        "groups": [group for group in groups if group["symptoms"]],
        "modifiers": [modifier.id for modifier in checklist.modifiers if modifier.missing],
        "rules": {r.id: {"reason": r.reason, "sources": name(r.sources)} for r in rules},
        "clauses": [list(clause) for clause in clauses],
    }


def _reachable(checklist: ChecklistContent) -> list[Clause]:
    """Return the clauses that hold when everything asked is there at its worst.

    Conditions hold no negation, so any other clause never holds on the page.
    """
    present = {symptom.id: Finding() for symptom in checklist.asked}
    worst = Findings(present, frozenset(modifier.id for modifier in checklist.modifiers))
    return [one for one in checklist.clauses if holds(one.condition, worst, HIGHEST)]


def _group_sheet(checklist: ChecklistContent, group: SymptomGroup) -> dict[str, Any]:
    return {
        "title": group.title,
        "symptoms": [
            {
                "id": symptom.id,
                "ask": symptom.ask,
                "control": symptom.control().model_dump(mode="json"),
            }
            for symptom in checklist.asked
            if symptom.group == group.id
        ],
    }
