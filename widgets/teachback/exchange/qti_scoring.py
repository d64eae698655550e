"""The response processing of a QTI item: our scoring term by term, and a reason for each choice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement

from teachback.exchange.qti_item import Response
from teachback.questions import Question


def add_processing(root: Element, question: Question, responses: Sequence[Response]) -> None:
    """Write what is earned for which choices, and the reasons, into the item."""
    groups = question.scoring().groups
    for number in range(len(groups)):
        _declare_group(root, f"GROUP_{number}")
    processing = SubElement(root, "qti-response-processing")
    for number, group in enumerate(groups):
        name = f"GROUP_{number}"
        for term in group:
            rule = _if(processing)
            both = SubElement(rule, "qti-and")
            for element in term.elements:
                _chosen(both, element, question, responses)
            total = SubElement(_set(rule, name), "qti-sum")
            SubElement(total, "qti-variable", identifier=name)
            _value(total, "float", str(term.points))
        floor = _if(processing)
        below = SubElement(floor, "qti-lt")
        SubElement(below, "qti-variable", identifier=name)
        _value(below, "float", "0")
        _value(_set(floor, name), "float", "0")
    total = SubElement(_set(processing, "SCORE"), "qti-sum")
    for number in range(len(groups)):
        SubElement(total, "qti-variable", identifier=f"GROUP_{number}")
    _reasons(root, processing, question, responses)


def _declare_group(root: Element, name: str) -> None:
    about = {"base-type": "float", "identifier": name, "cardinality": "single"}
    outcome = Element("qti-outcome-declaration", about)
    SubElement(SubElement(outcome, "qti-default-value"), "qti-value").text = "0"
    body = root.find("qti-item-body")
    root.insert(list(root).index(body) if body is not None else len(root), outcome)


def _if(processing: Element) -> Element:
    return SubElement(SubElement(processing, "qti-response-condition"), "qti-response-if")


def _set(parent: Element, name: str) -> Element:
    return SubElement(parent, "qti-set-outcome-value", identifier=name)


def _value(parent: Element, base: str, text: str) -> None:
    SubElement(parent, "qti-base-value", {"base-type": base}).text = text


def _chosen(
    parent: Element, element: str, question: Question, responses: Iterable[Response]
) -> None:
    """Write the test whether an element was chosen, wherever it may stand."""
    places = [(one, value) for one in responses if (value := _value_of(one, element)) is not None]
    either = SubElement(parent, "qti-or")
    if question.ranges():
        _in_range(either, element, question)
        return
    for response, value in places:
        kind = "qti-match" if response.cardinality == "single" else "qti-member"
        test = SubElement(either, kind)
        _value(test, "identifier", value)
        SubElement(test, "qti-variable", identifier=response.name)


def _value_of(response: Response, element: str) -> str | None:
    if response.place is None:
        return element
    place, _, value = element.partition(":")
    return value if place == response.place else None


def _in_range(either: Element, element: str, question: Question) -> None:
    unit = question.ranges()[0][1]
    for name, in_unit, least, most in question.ranges():
        if name == element and in_unit == unit:
            both = SubElement(either, "qti-and")
            for sign, bound in (("qti-gte", least), ("qti-lte", most)):
                test = SubElement(both, sign)
                SubElement(test, "qti-variable", identifier="RESPONSE")
                _value(test, "float", f"{bound!r}")


def _reasons(
    root: Element, processing: Element, question: Question, responses: Sequence[Response]
) -> None:
    """Write a reason for each element, shown when it was chosen or is right."""
    right = question.elements(question.control().read(question.key()))
    known = {element for element, *_ in question.ranges()}
    for number, (element, why) in enumerate(question.reasons().items()):
        name = f"REASON_{number}"
        if element in right:
            parent = processing
        elif question.ranges() and element not in known:
            continue  # the reason of any other number has no test of its own
        else:
            parent = _if(processing)
            _chosen(parent, element, question, responses)
        several = SubElement(_set(parent, "FEEDBACK"), "qti-multiple")
        SubElement(several, "qti-variable", identifier="FEEDBACK")
        _value(several, "identifier", name)
        about = {"identifier": name, "outcome-identifier": "FEEDBACK", "show-hide": "show"}
        shown = SubElement(root, "qti-modal-feedback", about)
        SubElement(SubElement(shown, "qti-content-body"), "p").text = why
