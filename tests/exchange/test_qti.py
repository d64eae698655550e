"""A QTI item earns for every answer what ours earns: its rules are carried out here anew."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from teachback.exchange import write_qti
from teachback.questions import mark
from tests.questions.every_type import QUIZ, answers, plain

PACKAGE = zipfile.ZipFile(io.BytesIO(write_qti(QUIZ).data))
every_type = pytest.mark.parametrize("question", QUIZ.questions, ids=lambda one: one.id)


def item(question):
    root = ET.fromstring(PACKAGE.read(f"items/{question.id}.xml"))
    for element in root.iter():
        element.tag = element.tag.partition("}")[2].removeprefix("qti-")
    return root


def value(element, held):
    """Carry out one expression."""
    inner = [value(one, held) for one in element]
    kinds = {
        "variable": lambda: held.get(element.get("identifier")),
        "base-value": lambda: (
            float(element.text) if element.get("base-type") == "float" else element.text
        ),
        "and": lambda: all(inner),
        "or": lambda: any(inner),
        "match": lambda: inner[0] == inner[1],
        "member": lambda: inner[0] in (inner[1] or ()),
        "lt": lambda: inner[0] < inner[1],
        "gte": lambda: inner[0] >= inner[1],
        "lte": lambda: inner[0] <= inner[1],
        "sum": lambda: sum(inner),
        "multiple": lambda: [one for part in inner for one in _list(part)],
    }
    return kinds[element.tag]()


def _list(part):
    return part if isinstance(part, list) else [part] if part is not None else []


def carry_out(element, held):
    for one in element:
        if one.tag == "set-outcome-value":
            held[one.get("identifier")] = value(one[0], held)
        elif one.tag == "response-condition":
            test, *done = one[0]
            if value(test, held):
                carry_out(done, held)


def responses(question, answer):
    if question.type == "numeric_entry":
        return {"RESPONSE": answer["value"]}
    if question.control().kind == "parts":
        return {f"RESPONSE_{n}": one for n, one in enumerate(plain(answer).values())}
    return {"RESPONSE": plain(answer)}


@every_type
def test_every_answer_earns_the_same_there_as_here(question):
    root = item(question)
    outcomes = {
        one.get("identifier"): float(one.findtext("default-value/value"))
        for one in root.iter("outcome-declaration")
        if one.find("default-value") is not None
    }
    for answer in answers(question, 400):
        if question.type == "numeric_entry" and answer["unit"] != question.units[0].text:
            continue
        held = outcomes | responses(question, answer)
        carry_out(root.find("response-processing"), held)
        assert held["SCORE"] == mark(question, answer).score


@every_type
def test_the_reasons_shown_are_those_of_what_was_chosen_and_what_is_right(question):
    root = item(question)
    shown = {
        one.get("identifier"): one.findtext("content-body/p") for one in root.iter("modal-feedback")
    }
    for answer in answers(question, 100):
        if question.type == "numeric_entry":
            continue
        held = {"GROUP_0": 0.0, **{f"GROUP_{n}": 0.0 for n in range(9)}}
        held |= responses(question, answer)
        carry_out(root.find("response-processing"), held)
        whys = {shown[one] for one in held["FEEDBACK"]}
        assert whys == {reason.why for reason in mark(question, answer).reasons}


def test_the_package_names_every_item_and_the_right_answer_stands_in_it():
    manifest = PACKAGE.read("imsmanifest.xml").decode()
    for question in QUIZ.questions:
        assert f'href="items/{question.id}.xml"' in manifest
        declared = item(question).findall("response-declaration/correct-response/value")
        assert declared
