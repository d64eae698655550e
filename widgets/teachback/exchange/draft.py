"""A draft: questions read from another system, as a file of ours that an author completes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from teachback.questions import id_of

HALF = 50.0  # percent
OUT_OF_THE_WAY = 0xF0000  # a plane of Unicode that nobody writes in


@dataclass(frozen=True)
class Draft:
    """Questions as our files write them, and what could not be read or must be added."""

    questions: tuple[dict[str, Any], ...]
    notes: tuple[str, ...]


def draft_yaml(draft: Draft, quiz_id: str) -> str:
    """Return the draft as a file; `teachback check` names every fact and reason it still lacks."""
    quiz = {"id": quiz_id, "title": quiz_id, "intro": "", "questions": list(draft.questions)}
    return yaml.safe_dump(quiz, sort_keys=False, allow_unicode=True, width=100)


@dataclass(frozen=True)
class Number:
    """A number that another system knows for a question: its worth in percent, and why."""

    worth: float
    value: float
    tolerance: float
    why: str


def numeric(numbers: list[Number], units: list[dict[str, Any]], otherwise: str) -> dict[str, Any]:
    """Return a numeric entry: the number worth most is the answer, the others are near it.

    Raises:
        StopIteration: if no number is worth more than half.
    """
    right = next(one for one in numbers if one.worth > HALF)
    near = [
        {
            "id": f"range_{place}",
            "least": round(one.value - one.tolerance, 9),
            "most": round(one.value + one.tolerance, 9),
            "why": one.why,
        }
        for place, one in enumerate(numbers)
        if one.worth <= HALF
    ]
    return {
        "type": "numeric_entry",
        "answer": right.value,
        "tolerance": right.tolerance,
        "units": units or [{"text": "number"}],
        "most": max(10 * abs(right.value), 1.0),
        "why": right.why,
        "near": near,
        "otherwise": otherwise,
    }


def matrix(pairs: list[tuple[str, str]], why: str) -> dict[str, Any]:
    """Return a matrix of rows and the column that is right for each; no row adds a column only."""
    columns = list(dict.fromkeys(answer for _, answer in pairs))
    return {
        "type": "matrix_multiple_choice",
        "columns": [{"id": id_of(one), "text": one} for one in columns],
        "rows": [
            {"id": id_of(text), "text": text, "right": [id_of(answer)], "why": why}
            for text, answer in pairs
            if text
        ],
    }


def hidden(text: str) -> str:
    """Return a text whose escaped signs are out of the way; `shown` brings them back."""
    return re.sub(r"\\(.)", lambda found: chr(ord(found[1]) + OUT_OF_THE_WAY), text)


def shown(text: str) -> str:
    """Return a text with the signs that `hidden` put out of the way."""
    signs = (chr(ord(one) - OUT_OF_THE_WAY) if ord(one) >= OUT_OF_THE_WAY else one for one in text)
    return "".join(signs)


def missing(question: dict[str, Any]) -> list[str]:
    """Return what an author must add to one question, in words."""
    found = []
    if not question.get("facts"):
        found.append(f"{question['id']}: the facts it rests on")
    if _without_reason(question):
        found.append(f"{question['id']}: a reason for each option")
    return found


def _without_reason(value: Any) -> bool:
    if isinstance(value, list):
        return any(map(_without_reason, value))
    if not isinstance(value, dict):
        return False
    return value.get("why") == "" or any(map(_without_reason, value.values()))
