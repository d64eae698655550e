"""Reading GIFT into a draft."""

from __future__ import annotations

import re
from typing import Any

from teachback.errors import ExchangeError
from teachback.exchange.draft import Draft, Number, hidden, matrix, missing, numeric, shown
from teachback.exchange.export import about_tags
from teachback.questions import id_of

LARGEST = 10_000_000  # bytes
_ID = re.compile(r"\[id:([^\]]+)\]")
_TAGS = re.compile(r"\[tag:([^\]]+)\]")
_ANSWER = re.compile(r"([=~])")
_WEIGHT = re.compile(r"%(-?[\d.]+)%")
_ARROW = re.compile(r"\s*->\s*")
_FEEDBACK = re.compile(r"#(?!###)")
_GENERAL = re.compile(r"####")


def read_gift(data: bytes) -> Draft:
    """Return the questions of a GIFT file.

    Raises:
        ExchangeError: if it is too large or no UTF-8 text.
    """
    if len(data) > LARGEST:
        msg = f"the file has {len(data)} bytes, at most {LARGEST} are read; split it"
        raise ExchangeError(msg)
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        msg = "this is not GIFT that can be read: save it as UTF-8 text"
        raise ExchangeError(msg) from error
    questions: list[dict[str, Any]] = []
    notes: list[str] = []
    for number, block in enumerate(re.split(r"\n\s*\n", text.strip()), start=1):
        comments = " ".join(line for line in block.splitlines() if line.startswith("//"))
        body = "\n".join(line for line in block.splitlines() if not line.startswith("//")).strip()
        if not body or body.startswith("$CATEGORY"):
            continue
        try:
            question = _question(body, comments, number)
        except (ValueError, IndexError, StopIteration) as error:
            notes.append(f"question {number}: left out, {error}")
            continue
        questions.append(question)
        notes += missing(question)
    return Draft(tuple(questions), tuple(notes))


def _question(body: str, comments: str, number: int) -> dict[str, Any]:
    match = re.fullmatch(r"(?s)(?:::(.*?)::)?(.*?)\{(.*)\}\s*", hidden(body))
    if not match:
        msg = "it has no answers in { }"
        raise ValueError(msg)
    title, ask, inner = match.groups()
    found = _ID.search(comments)
    name = found[1] if found else _plain(title or "") or f"question {number}"
    about = about_tags(_TAGS.findall(comments))
    kind = str(about.pop("type", ""))
    own = _numeric(inner) if inner.lstrip().startswith("#") else _listed(inner, kind)
    extra = {key: value for key, value in about.items() if value and key != "facts"}
    asked = {"id": name if re.fullmatch(r"[A-Za-z][\w-]{0,63}", name) else id_of(name)}
    return (
        asked | {"type": own.pop("type"), "ask": _plain(ask), "facts": about["facts"]} | extra | own
    )


def _plain(text: str) -> str:
    return " ".join(shown(text).split())


def _parts(inner: str) -> tuple[list[tuple[str, str]], str]:
    """Return each answer with its sign, and the general feedback."""
    answers, *general = _GENERAL.split(inner, maxsplit=1)
    pieces = _ANSWER.split(answers)
    return list(zip(pieces[1::2], pieces[2::2], strict=True)), _plain(general[0] if general else "")


def _listed(inner: str, kind: str) -> dict[str, Any]:
    answers, general = _parts(inner)
    if not answers:
        msg = "it has no answers to choose from"
        raise ValueError(msg)
    if all(sign == "=" and _ARROW.search(text) for sign, text in answers):
        pairs = (_ARROW.split(text, maxsplit=1) for _, text in answers)
        return matrix([(_plain(text), _plain(answer)) for text, answer in pairs], general)
    options, weights = [], []
    for sign, text in answers:
        weight = _WEIGHT.match(text.lstrip())
        weights.append(float(weight[1]) if weight else 100.0 * (sign == "="))
        words, *why = _FEEDBACK.split(
            _WEIGHT.sub("", text.lstrip(), count=1) if weight else text, 1
        )
        right = "right" if weights[-1] > 0 else "wrong"
        options.append({right: _plain(words), "why": _plain(why[0] if why else "")})
    one = all(weight in {0.0, 100.0} for weight in weights) and weights.count(100.0) == 1
    single = one and kind in {"", "multiple_choice"}
    several = "multiple_response_select_all"
    chosen = kind if kind == "multiple_response_select_n" else several
    return {"type": "multiple_choice" if single else chosen, "options": options}


def _numeric(inner: str) -> dict[str, Any]:
    body = inner.lstrip().removeprefix("#")
    answers, otherwise = _parts(body)
    if not answers:
        answers = [("=", _GENERAL.split(body, maxsplit=1)[0])]
    numbers = []
    for _, text in answers:
        weight = _WEIGHT.match(text)
        number, *reason = _FEEDBACK.split(text[weight.end() :] if weight else text, 1)
        value, _, slack = number.partition(":")
        worth = float(weight[1]) if weight else 100.0
        numbers.append(Number(worth, float(value), float(slack or 0), _plain("".join(reason))))
    return numeric(numbers, [], otherwise)
