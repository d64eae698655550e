"""Reading Moodle XML into a draft."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from teachback.errors import ExchangeError
from teachback.exchange.draft import Draft, Number, matrix, missing, numeric
from teachback.exchange.export import about_tags
from teachback.exchange.moodle_cloze import BLANK, option, plain, read_embedded
from teachback.questions import id_of

LARGEST = 10_000_000  # bytes
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


def read_moodle(data: bytes) -> Draft:
    """Return the questions of a Moodle XML file.

    Raises:
        ExchangeError: if it is too large, no XML, or XML that declares entities.
    """
    if len(data) > LARGEST:
        msg = f"the file has {len(data)} bytes, at most {LARGEST} are read; split it"
        raise ExchangeError(msg)
    try:
        root = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        msg = f"this is not Moodle XML that can be read: {type(error).__name__} {error}"
        raise ExchangeError(msg) from error
    questions: list[dict[str, Any]] = []
    notes: list[str] = []
    for number, element in enumerate(root.iter("question"), start=1):
        kind = element.get("type", "")
        if kind == "category":
            continue
        name = _words(element.find("idnumber")) or _inner(element, "name") or f"question {number}"
        try:
            question = _question(element, kind, name)
        except (ValueError, IndexError, StopIteration, ZeroDivisionError) as error:
            notes.append(f"{name}: left out, {error}")
            continue
        questions.append(question)
        notes += missing(question)
    return Draft(tuple(questions), tuple(notes))


def _question(element: Element, kind: str, name: str) -> dict[str, Any]:
    if kind not in READERS:
        msg = f"questions of Moodle's type '{kind[:30]}' are not read"
        raise ValueError(msg)
    tags = [_words(one.find("text")) for one in element.iter("tag")]
    about = about_tags(tags)
    asked = {"id": id_of(name) if not re.fullmatch(r"[A-Za-z][\w-]{0,63}", name) else name}
    own = READERS[kind](element, str(about.pop("type", "")))
    common = {"ask": plain(_raw(element)[0]), "facts": about.pop("facts")}
    extra = {key: value for key, value in about.items() if value}
    hint = {"hint": text} if (text := _inner(element, "hint")) else {}
    return asked | {"type": own.pop("type")} | common | extra | hint | own


def _raw(element: Element) -> list[str]:
    """Return the paragraphs of the question's text, or all of it as one."""
    text = element.findtext("questiontext/text") or ""
    return _PARAGRAPH.findall(text) or [text]


def _words(element: Element | None) -> str:
    return "" if element is None or element.text is None else element.text.strip()


def _inner(element: Element, path: str) -> str:
    return plain(element.findtext(f"{path}/text") or "")


def _answers(element: Element) -> list[tuple[float, str, str]]:
    return [
        (float(one.get("fraction", "0")), _inner_own(one), _inner(one, "feedback"))
        for one in element.findall("answer")
    ]


def _inner_own(element: Element) -> str:
    return plain(element.findtext("text") or "")


def _choice(element: Element, kind: str) -> dict[str, Any]:
    answers = _answers(element)
    if element.findtext("single", "true").strip() in {"true", "1"}:
        kind = "multiple_choice"
    elif kind != "multiple_response_select_n":
        kind = "multiple_response_select_all"
    return {"type": kind, "options": [option(f > 0, text, why) for f, text, why in answers]}


def _matching(element: Element, _kind: str) -> dict[str, Any]:
    pairs = [(_inner_own(one), _inner(one, "answer")) for one in element.findall("subquestion")]
    return matrix(pairs, _inner(element, "generalfeedback"))


def _numerical(element: Element, _kind: str) -> dict[str, Any]:
    answers = list(zip(element.findall("answer"), _answers(element), strict=True))
    numbers = [
        Number(worth, float(value), _number(one, "tolerance", "0"), why)
        for one, (worth, value, why) in answers
        if value != "*"
    ]
    units = [
        {"text": one.findtext("unit_name", ""), "factor": 1 / _number(one, "multiplier", "1")}
        for one in element.iter("unit")
    ]
    return numeric(numbers, units, next((why for _, (_, v, why) in answers if v == "*"), ""))


def _number(element: Element, name: str, default: str) -> float:
    return float(element.findtext(name, default))


def _ordering(element: Element, _kind: str) -> dict[str, Any]:
    answers = sorted(_answers(element), key=lambda one: one[0])
    steps = [{"id": id_of(text), "text": text, "why": why} for _, text, why in answers]
    return {"type": "put_in_order", "steps": steps}


def _cloze(element: Element, _kind: str) -> dict[str, Any]:
    text = _raw(element)[-1]
    blanks = [
        {"id": f"blank_{n}", "label": f"Blank {n}", "options": read_embedded(found)}
        for n, found in enumerate(BLANK.findall(text), start=1)
    ]
    numbers = iter(range(1, len(blanks) + 1))
    written = BLANK.sub(lambda _: f"[blank_{next(numbers)}]", text)
    return {"type": "drop_down_cloze", "text": plain(written), "blanks": blanks}


def _drag(element: Element, _kind: str) -> dict[str, Any]:
    why = _inner(element, "generalfeedback")
    words = [_inner_own(one) for one in element.findall("dragbox")]
    tokens = [{"id": id_of(text), "text": text, "why": why} for text in words]
    text = _raw(element)[-1]
    right = [tokens[int(number) - 1]["id"] for number in re.findall(r"\[\[(\d+)\]\]", text)]
    numbers = iter(range(1, len(right) + 1))
    written = re.sub(r"\[\[\d+\]\]", lambda _: f"[blank_{next(numbers)}]", text)
    targets = [
        {"id": f"blank_{n}", "label": f"Blank {n}", "right": one}
        for n, one in enumerate(right, start=1)
    ]
    return {
        "type": "drag_drop_cloze",
        "text": plain(written),
        "tokens": tokens,
        "targets": targets,
    }


READERS: dict[str, Callable[[Element, str], dict[str, Any]]] = {
    "multichoice": _choice,
    "matching": _matching,
    "numerical": _numerical,
    "ordering": _ordering,
    "cloze": _cloze,
    "ddwtos": _drag,
}
