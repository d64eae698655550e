"""teachback questionnaire"""

from __future__ import annotations

import json

from teachback.content import TOPIC, load_topic
from teachback.triage import questionnaire as as_fhir


def questionnaire() -> None:
    """Print the symptom checklist as an HL7 FHIR R4 Questionnaire."""
    topic = load_topic(TOPIC)
    sheet = as_fhir(topic.checklist, f"{topic.about.title}: symptom checklist")
    print(json.dumps(sheet, indent=1, ensure_ascii=False))
