"""The interactions of a QTI item: each control of ours as QTI asks it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from teachback.model import EnterNumber, Highlight, Option, Part, Parts, PickMany, PickOne
from teachback.questions import Question

_BLANK = re.compile(r"\[([A-Za-z][\w-]*)\]")


@dataclass(frozen=True)
class Response:
    """A response variable, and which of our elements each of its values is."""

    name: str
    cardinality: str
    right: tuple[str, ...]
    place: str | None = None
    base: str = "identifier"

    def element(self, value: str) -> str:
        """Return our element of a value of this variable."""
        return f"{self.place}:{value}" if self.place else value


def add_interactions(body: Element, question: Question) -> list[Response]:
    """Write what is asked into the item's body, and return its response variables."""
    control, key = question.control(), _plain_key(question)
    if isinstance(control, EnterNumber):
        place = SubElement(body, "p")
        SubElement(
            place, "qti-text-entry-interaction", {"response-identifier": "RESPONSE"}
        ).tail = f" {control.units[0]}"
        value = key["value"]
        return [Response("RESPONSE", "single", (f"{value!r}",), base="float")]
    if isinstance(control, Highlight):
        return [_hottext(body, control, tuple(key))]
    if isinstance(control, Parts):
        return [
            _part(body, control, part, key[part.id], number)
            for number, part in enumerate(control.parts)
        ]
    assert isinstance(control, (PickOne, PickMany))  # noqa: S101  every kind is named above
    right = (key,) if isinstance(key, str) else tuple(key)
    return [_choices(body, control, "RESPONSE", right)]


def _plain_key(question: Question) -> Any:
    """Return the key, whose shape follows from the control's kind."""
    return question.key()


def _choices(
    body: Element,
    control: PickOne | PickMany,
    name: str,
    right: Sequence[str],
    place: str | None = None,
) -> Response:
    one = isinstance(control, PickOne)
    most = 1 if isinstance(control, PickOne) else control.most or 0
    asked = {"response-identifier": name, "max-choices": str(most), "shuffle": "false"}
    interaction = SubElement(body, "qti-choice-interaction", asked)
    for option in control.options:
        SubElement(interaction, "qti-simple-choice", identifier=option.id).text = option.text
    return Response(name, "single" if one else "multiple", tuple(right), place)


def _hottext(body: Element, control: Highlight, right: tuple[str, ...]) -> Response:
    asked = {"response-identifier": "RESPONSE", "max-choices": "0"}
    interaction = SubElement(body, "qti-hottext-interaction", asked)
    for line in control.lines:
        paragraph = SubElement(interaction, "p")
        paragraph.text = f"{line.title}: " if line.title else ""
        for piece in line.pieces:
            if piece.option:
                mark = SubElement(paragraph, "qti-hottext", identifier=piece.option)
                mark.text, mark.tail = piece.text, " "
            else:
                span = SubElement(paragraph, "span")
                span.text, span.tail = piece.text, " "
    return Response("RESPONSE", "multiple", right)


def _part(body: Element, control: Parts, part: Part, right: Any, number: int) -> Response:
    name, place = f"RESPONSE_{number}", part.pool or part.id
    if isinstance(part.control, PickMany):
        SubElement(body, "p").text = part.label
        return _choices(body, part.control, name, tuple(right), place)
    if control.text:
        _inline(_sentence(body, control, part), part.control.options, name)
    else:
        line = SubElement(body, "p")
        line.text = f"{part.label} "
        _inline(line, part.control.options, name)
    return Response(name, "single", (str(right),), place)


def _inline(line: Element, options: Sequence[Option], name: str) -> None:
    asked = {"response-identifier": name, "shuffle": "false"}
    interaction = SubElement(line, "qti-inline-choice-interaction", asked)
    for option in options:
        SubElement(interaction, "qti-inline-choice", identifier=option.id).text = option.text


def _sentence(body: Element, control: Parts, part: Part) -> Element:
    """Return the span of the sentence that ends before this part's blank."""
    ids = [one.id for one in control.parts]
    pieces = _BLANK.split(control.text or "")
    line = body.find("p[@class='sentence']")
    if line is None:
        line = SubElement(body, "p", {"class": "sentence"})
        for number, piece in enumerate(pieces):
            span = SubElement(line, "span", {"class": piece} if number % 2 else {})
            span.text = "" if number % 2 else piece
    assert part.id in ids  # noqa: S101  parts come from the control
    found = line.find(f"span[@class='{part.id}']")
    assert found is not None  # noqa: S101  the model holds text and parts together
    return found
