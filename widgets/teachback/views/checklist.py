"""The symptom checklist as a widget."""

from __future__ import annotations

from teachback.content import Topic
from teachback.triage import checklist_sheet
from teachback.views.sheet_widget import SheetWidget


class Checklist(SheetWidget):
    """The symptom checklist of a topic; what is ticked never leaves the browser."""

    def __init__(self, topic: Topic) -> None:
        deployment = topic.deployment
        numbers = {"emergency": deployment.emergency_number, "team": deployment.team_phone}
        sheet = checklist_sheet(topic.checklist, topic.names, deployment.mode, numbers)
        super().__init__(sheet=sheet)

    def __repr__(self) -> str:
        symptoms = sum(len(group["symptoms"]) for group in self.sheet["groups"])
        return f"Checklist({symptoms} symptoms)"
