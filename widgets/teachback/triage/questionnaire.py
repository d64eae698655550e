"""The checklist as an HL7 FHIR R4 Questionnaire, for record systems; it asks and never advises."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from teachback.model import Option
from teachback.triage.checklist import ChecklistContent
from teachback.triage.state import follow_controls
from teachback.triage.symptom import Symptom

SYSTEM = "urn:teachback:answers"
URL = "urn:teachback:questionnaire:symptom-checklist"
TREATMENT = "treatment"
PLACES = "places"
FOLLOW = {
    "changed": "Is it known, checked, and the same? If it is new or has changed: none of these.",
    "severity": "How bad is it, at its worst? 0 is none, 10 is the worst.",
    "days": "When did you last poop?",
    "since": "Since when?",
}


def questionnaire(checklist: ChecklistContent, title: str) -> dict[str, Any]:
    """Return the checklist as plain JSON values; a link id is the id of a symptom or a modifier."""
    groups = [
        {
            "linkId": group.id,
            "type": "group",
            "text": group.title,
            "item": [_asked(one) for one in checklist.symptoms if one.group == group.id],
        }
        for group in checklist.groups
    ]
    places = [Option(id=place.id, text=place.text) for place in checklist.places]
    groups.insert(0, _choice(PLACES, "Where does it hurt?", places) | {"repeats": True})
    answer = follow_controls()["answer"].options
    treatment = [_choice(one.id, one.ask, answer) for one in checklist.modifiers]
    groups.append({"linkId": TREATMENT, "type": "group", "text": "Treatment", "item": treatment})
    return {
        "resourceType": "Questionnaire",
        "url": URL,
        "status": "draft",
        "title": title,
        "subjectType": ["Patient"],
        "description": "For teaching. Not yet checked by a clinician. It holds no advice.",
        "item": groups,
    }


def _asked(symptom: Symptom) -> dict[str, Any]:
    controls = follow_controls()
    item = _choice(symptom.id, symptom.ask, controls["answer"].options)
    answered = [
        {"question": symptom.id, "operator": "=", "answerCoding": _coding(option)}
        for option in controls["answer"].options
        if option.id != "no"
    ]
    item["item"] = [
        _choice(f"{symptom.id}.{field}", FOLLOW[field], controls[field].options)
        | {"enableWhen": answered, "enableBehavior": "any", "repeats": field == "changed"}
        for field in (*symptom.fields, "since")
    ]
    return item


def _choice(link: str, text: str, options: Iterable[Option]) -> dict[str, Any]:
    given = [{"valueCoding": _coding(option)} for option in options]
    return {"linkId": link, "type": "choice", "text": text, "answerOption": given}


def _coding(option: Option) -> dict[str, str]:
    return {"system": SYSTEM, "code": option.id, "display": option.text}
