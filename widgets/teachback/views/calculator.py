"""A calculator as a widget: works in the browser, and needs no kernel."""

from __future__ import annotations

from teachback.calculators import calculator_sheet
from teachback.content import Topic
from teachback.views.sheet_widget import SheetWidget


class Calculator(SheetWidget):
    """A calculator of a topic, with every step shown; for training, not for care.

    Raises:
        KeyError: if the topic has no such calculator.
    """

    def __init__(self, topic: Topic, calculator: str) -> None:
        super().__init__(sheet=calculator_sheet(topic.calculators[calculator], topic.names))

    def __repr__(self) -> str:
        return f"Calculator({self.sheet['key']!r}, {len(self.sheet['inputs'])} inputs)"
