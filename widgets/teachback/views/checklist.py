"""The symptom checklist as a widget."""

from __future__ import annotations

import traitlets

from teachback.content import Topic
from teachback.errors import FindingsError
from teachback.triage import Findings, checklist_sheet, read_state
from teachback.views.outline import outline
from teachback.views.sheet_widget import SheetWidget

BONES = "skeleton"


class Checklist(SheetWidget):
    """The symptom checklist of a topic; what is ticked never leaves the browser.

    Only with `share=True`, which the checklist then says above its list, are the answers sent
    to Python: `findings` holds them, checked, and a value that cannot be true is refused.
    """

    accepts = ("state",)
    state = traitlets.Dict(help="The answers of a shared checklist, as sent.").tag(sync=True)
    findings = traitlets.Instance(Findings, help="What a shared checklist found; never synced.")

    def __init__(self, topic: Topic, *, share: bool = False) -> None:
        deployment = topic.deployment
        numbers = {"emergency": deployment.emergency_number, "team": deployment.team_phone}
        sheet = checklist_sheet(topic.checklist, topic.names, deployment.mode, numbers)
        bones = outline(topic.folder / topic.pictures[BONES].file)
        self._topic, self._share = topic, share
        super().__init__(sheet=sheet | {"map": bones, "shared": share}, findings=Findings({}))

    def take(self, name: str, value: object) -> None:
        """Take the state of a shared checklist if every part of it is allowed."""
        if not self._share:
            self._refuse("this checklist is not shared")
            return
        try:
            self.findings = read_state(self._topic.checklist, value)
        except FindingsError as error:
            self._refuse(str(error))
            return
        self.set_state({name: value})

    def __repr__(self) -> str:
        symptoms = sum(len(group["symptoms"]) for group in self.sheet["groups"])
        shared = ", shared" if self._share else ""
        return f"Checklist({symptoms} symptoms{shared})"
