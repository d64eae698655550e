"""The sheet of a checklist: everything a browser needs to ask and to advise, decided ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from teachback.triage.checklist import ChecklistContent
from teachback.triage.state import follow_controls
from teachback.triage.symptom import SymptomGroup

Names = Callable[[Iterable[str]], list[str]]
"""From source keys to the names that readers see."""


def checklist_sheet(
    checklist: ChecklistContent, name: Names, mode: str, numbers: dict[str, str | None]
) -> dict[str, Any]:
    """Return the checklist as plain JSON values; the shape is drawn in docs/decisions/0007.

    `mode` is guided or education; in education mode no rule leaves Python, so that the page
    cannot advise by what is ticked. `numbers` holds whom to call, under emergency and team.
    """
    guided = mode == "guided"
    rules = checklist.rules if guided else ()
    return {
        "kind": "checklist",
        "key": "checklist",
        "mode": mode,
        "numbers": numbers,
        "danger": checklist.danger_signs.model_dump(mode="json", exclude={"facts", "sources"}),
        "levels": [level.model_dump(mode="json") for level in checklist.levels],
        "care": checklist.care_page.model_dump(mode="json", exclude={"facts", "sources"}),
        "controls": {
            name: one.model_dump(mode="json", exclude_none=True)
            for name, one in follow_controls().items()
        },
        "places": [place.model_dump(mode="json") for place in checklist.places],
        "groups": [_group_sheet(checklist, group) for group in checklist.groups],
        "modifiers": [modifier.model_dump(mode="json") for modifier in checklist.modifiers],
        "rules": {r.id: {"reason": r.reason, "sources": name(r.sources)} for r in rules},
        "clauses": [list(clause) for clause in checklist.clauses] if guided else [],
    }


def _group_sheet(checklist: ChecklistContent, group: SymptomGroup) -> dict[str, Any]:
    return {
        "id": group.id,
        "title": group.title,
        "symptoms": [
            {
                "id": symptom.id,
                "ask": symptom.ask,
                "other": symptom.ask_other,
                "control": symptom.control().model_dump(mode="json", exclude_none=True),
                "fields": list(symptom.fields),
            }
            for symptom in checklist.symptoms
            if symptom.group == group.id
        ],
    }
