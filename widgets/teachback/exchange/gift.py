"""Writing GIFT."""

from __future__ import annotations

from collections.abc import Callable

from teachback.exchange.export import (
    Export,
    exhibit_words,
    losses_of_question,
    losses_of_quiz,
    tags_of,
)
from teachback.exchange.moodle import OPTION_IDS
from teachback.questions import Question, QuestionSet
from teachback.questions.matrix_multiple_choice import MatrixMultipleChoice
from teachback.questions.numeric_entry import NumericEntry
from teachback.questions.options import OptionsQuestion

SPECIAL = "~=#{}:"


def write_gift(quiz: QuestionSet) -> Export:
    """Return the quiz as GIFT."""
    losses = list(losses_of_quiz(quiz))
    written = []
    for question in quiz.questions:
        writer = WRITERS.get(question.type)
        if writer is None:
            losses.append(f"{question.id}: the whole question; GIFT has no {question.type}")
            continue
        body, lost = writer(question)
        tags = " ".join(f"[tag:{tag}]" for tag in tags_of(question))
        ask = safe(exhibit_words(question) + question.ask)
        written.append(
            f"// [id:{question.id}] {tags}\n::{safe(question.id)}::{ask} {{\n{body}\n}}\n"
        )
        losses += lost
        losses += losses_of_question(question, keeps_hint=False)
    return Export("\n".join(written).encode(), tuple(losses))


def safe(words: str) -> str:
    r"""Return words with a backslash before GIFT's own signs.

    >>> safe("a=b")
    'a\\=b'
    """
    return "".join(f"\\{one}" if one in SPECIAL else one for one in words.replace("\\", "\\\\"))


def _choice(question: Question) -> tuple[str, list[str]]:
    assert isinstance(question, OptionsQuestion)  # noqa: S101  the table below says so
    count = question.scoring().maximum
    share = f"{100 / count:.5f}"
    signs = {
        "multiple_choice": ("=", "~"),
        "multiple_response_select_all": (f"~%{share}%", f"~%-{share}%"),
        "multiple_response_select_n": (f"~%{share}%", "~%0%"),
    }[question.type]
    lines = [
        f"  {signs[0 if option.right else 1]}{safe(option.text)}#{safe(option.why)}"
        for option in question.options
    ]
    losses = [f"{question.id}: {OPTION_IDS}"]
    if question.type == "multiple_response_select_n":
        losses.append(f"{question.id}: that only {count} may be chosen")
    return "\n".join(lines), losses


def _matching(question: Question) -> tuple[str, list[str]]:
    assert isinstance(question, MatrixMultipleChoice)  # noqa: S101  the table below says so
    words = {column.id: column.text for column in question.columns}
    lines = [f"  ={safe(row.text)} -> {safe(words[row.right[0]])}" for row in question.rows]
    used = {row.right[0] for row in question.rows}
    lines += [f"  = -> {safe(words[one])}" for one in words if one not in used]
    whys = " ".join(dict.fromkeys(row.why for row in question.rows))
    return "\n".join([*lines, f"  ####{safe(whys)}"]), [
        f"{question.id}: {OPTION_IDS}, and the order of the columns",
        f"{question.id}: reasons stand together, not by row",
    ]


def _numerical(question: Question) -> tuple[str, list[str]]:
    assert isinstance(question, NumericEntry)  # noqa: S101  the table below says so
    lines = ["#", f"  =%100%{question.answer!r}:{question.tolerance!r}#{safe(question.why)}"]
    for near in question.near:
        middle, half = (near.least + near.most) / 2, (near.most - near.least) / 2
        lines.append(f"  =%0%{middle:.12g}:{half:.12g}#{safe(near.why)}")
    lines.append(f"  ####{safe(question.otherwise)}")
    return "\n".join(lines), [
        f"{question.id}: the units {', '.join(unit.text for unit in question.units)}",
        f"{question.id}: the names of its ranges, least and most allowed",
    ]


WRITERS: dict[str, Callable[[Question], tuple[str, list[str]]]] = {
    "multiple_choice": _choice,
    "multiple_response_select_all": _choice,
    "multiple_response_select_n": _choice,
    "matrix_multiple_choice": _matching,
    "numeric_entry": _numerical,
}
