"""The symptom checklist as a widget."""

from __future__ import annotations

from teachback.content import Topic
from teachback.triage import checklist_sheet
from teachback.views.sheet_widget import SheetWidget


class Checklist(SheetWidget):
    """The symptom checklist of a topic; what is ticked never leaves the browser."""

    def __init__(self, topic: Topic) -> None:
        mode = topic.deployment.mode
        super().__init__(sheet=checklist_sheet(topic.checklist, topic.names, mode))

    def __repr__(self) -> str:
        symptoms = sum(len(group["symptoms"]) for group in self.sheet["groups"])
        return f"Checklist({symptoms} symptoms)"
