"""Triage practice as a widget: calls to decide on, and what the rules say afterwards."""

from __future__ import annotations

from teachback.content import Topic
from teachback.triage import practice_sheet
from teachback.views.sheet_widget import SheetWidget


class TriagePractice(SheetWidget):
    """The practice stories of a topic, one at a time; what is decided stays in the browser's tab.

    A round has `per_round` calls. The order follows from `seed`; without one each visitor has an
    order of their own, and no order comes twice.

    Raises:
        ValueError: if the topic has no practice stories, or a round would have no call.
    """

    def __init__(self, topic: Topic, per_round: int = 10, seed: int | None = None) -> None:
        told = [one for one in topic.stories.values() if one.use == "practice"]
        stories = [story for one in told for story in one.stories]
        if not stories or per_round < 1:
            msg = (
                f"{len(stories)} stories, {per_round} a round: both must be 1 or more; add stories"
            )
            raise ValueError(msg)
        sheet = practice_sheet(topic.checklist, stories, topic.names, topic.cite, per_round)
        super().__init__(sheet=sheet | {"seed": seed})

    def __repr__(self) -> str:
        return f"TriagePractice({len(self.sheet['stories'])} stories)"
