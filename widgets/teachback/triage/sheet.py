"""The sheet of a checklist: everything a browser needs to ask and to advise, decided ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from teachback.triage.checklist import ChecklistContent
from teachback.triage.symptom import SymptomGroup

Names = Callable[[Iterable[str]], list[str]]
"""From source keys to the names that readers see."""


def checklist_sheet(checklist: ChecklistContent, name: Names, mode: str) -> dict[str, Any]:
    """Return the checklist as plain JSON values; the shape is drawn in docs/decisions/0002.

    `mode` is guided or education; in education mode no rule leaves Python, so that the page
    cannot advise by what is ticked.
    """
    guided = mode == "guided"
    rules = checklist.rules if guided else ()
    return {
        "kind": "checklist",
        "key": "checklist",
        "mode": mode,
        "danger": checklist.danger_signs.model_dump(mode="json", exclude={"facts", "sources"}),
        "levels": [level.model_dump(mode="json") for level in checklist.levels],
        "groups": [_group_sheet(checklist, group) for group in checklist.groups],
        "modifiers": [modifier.id for modifier in checklist.modifiers if modifier.missing],
        "rules": {r.id: {"reason": r.reason, "sources": name(r.sources)} for r in rules},
        "clauses": [list(clause) for clause in checklist.clauses if guided],
    }


def _group_sheet(checklist: ChecklistContent, group: SymptomGroup) -> dict[str, Any]:
    return {
        "title": group.title,
        "symptoms": [
            {
                "id": symptom.id,
                "ask": symptom.ask,
                "control": symptom.control().model_dump(mode="json"),
            }
            for symptom in checklist.symptoms
            if symptom.group == group.id
        ],
    }
