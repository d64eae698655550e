"""Questions that can be answered without bringing up the emergency screen."""

from __future__ import annotations

from typing import Any

from teachback import load_topic
from teachback.triage import advise, findings_of_state
from tests.browser.accessibility import EMERGENCY, questions


def calm(sheet: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the questions that do not bring up the emergency screen when answered alone."""
    if sheet["kind"] == "quiz":
        return questions(sheet)
    checklist = load_topic("bone_metastasis").checklist
    found = [
        (one, findings_of_state(checklist, {"answers": {one["id"]: "yes"}}))
        for one in questions(sheet)
    ]
    return [one for one, state in found if advise(checklist, state).level.rank < EMERGENCY]
