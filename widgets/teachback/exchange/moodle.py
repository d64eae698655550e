"""Writing Moodle XML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from teachback.exchange.export import (
    Export,
    exhibit_words,
    losses_of_question,
    losses_of_quiz,
    tags_of,
)
from teachback.exchange.moodle_cloze import embedded
from teachback.questions import Question, QuestionSet
from teachback.questions.blanks import BlanksQuestion
from teachback.questions.drag_drop import DragDropCloze
from teachback.questions.drop_down import DropDownCloze, DropDownTable
from teachback.questions.matrix_multiple_choice import MatrixMultipleChoice
from teachback.questions.numeric_entry import NumericEntry
from teachback.questions.options import OptionsQuestion
from teachback.questions.put_in_order import PutInOrder

OPTION_IDS = "ids of options are made anew from their words"


def write_moodle(quiz: QuestionSet) -> Export:
    """Return the quiz as Moodle XML."""
    root = Element("quiz")
    losses = list(losses_of_quiz(quiz))
    for question in quiz.questions:
        writer = WRITERS.get(question.type)
        if writer is None:
            losses.append(f"{question.id}: the whole question; Moodle has no {question.type}")
            continue
        kind, write = writer
        element = _common(SubElement(root, "question", type=kind), question)
        losses += write(element, question)
        losses += losses_of_question(question, keeps_hint=True)
    indent(root)
    return Export(tostring(root, encoding="utf-8", xml_declaration=True), tuple(losses))


def _common(element: Element, question: Question) -> Element:
    _text(SubElement(element, "name"), question.id)
    words = exhibit_words(question) + question.ask
    _text(SubElement(element, "questiontext", format="html"), f"<p>{escape(words)}</p>")
    _leaf(element, "defaultgrade", str(question.scoring().maximum))
    _leaf(element, "idnumber", question.id)
    if question.hint:
        _text(SubElement(element, "hint", format="html"), escape(question.hint))
    tags = SubElement(element, "tags")
    for tag in tags_of(question):
        _text(SubElement(tags, "tag"), tag)
    return element


def _leaf(element: Element, name: str, text: str) -> None:
    SubElement(element, name).text = text


def _text(element: Element, words: str) -> None:
    SubElement(element, "text").text = words


def _general(element: Element, reasons: Iterable[str]) -> None:
    words = "".join(f"<p>{escape(why)}</p>" for why in dict.fromkeys(reasons))
    _text(SubElement(element, "generalfeedback", format="html"), words)


def _answer(element: Element, fraction: float, words: str, why: str) -> Element:
    answer = SubElement(element, "answer", fraction=f"{fraction:.7g}", format="html")
    _text(answer, escape(words))
    _text(SubElement(answer, "feedback", format="html"), escape(why))
    return answer


def _choice(element: Element, question: Question) -> list[str]:
    """Write a list; fractions add up as our points do, and Moodle's floor is zero too."""
    assert isinstance(question, OptionsQuestion)  # noqa: S101  the table below says so
    _leaf(element, "single", str(question.type == "multiple_choice").lower())
    _leaf(element, "shuffleanswers", "true")
    share = 100 / question.scoring().maximum
    penalty = -share if question.type == "multiple_response_select_all" else 0
    for option in question.options:
        _answer(element, share if option.right else penalty, option.text, option.why)
    if question.type == "multiple_response_select_n":
        count = question.scoring().maximum
        return [f"{question.id}: {OPTION_IDS}", f"{question.id}: that only {count} may be chosen"]
    return [f"{question.id}: {OPTION_IDS}"]


def _matching(element: Element, question: Question) -> list[str]:
    assert isinstance(question, MatrixMultipleChoice)  # noqa: S101  the table below says so
    words = {column.id: column.text for column in question.columns}
    for row in question.rows:
        pair = SubElement(element, "subquestion", format="html")
        _text(pair, escape(row.text))
        _text(SubElement(pair, "answer"), words[row.right[0]])
    used = {row.right[0] for row in question.rows}
    for column in question.columns:
        if column.id not in used:
            pair = SubElement(element, "subquestion", format="html")
            _text(pair, "")
            _text(SubElement(pair, "answer"), column.text)
    _general(element, (row.why for row in question.rows))
    return [
        f"{question.id}: {OPTION_IDS}, and the order of the columns",
        f"{question.id}: reasons stand together, not by row",
    ]


def _cloze(element: Element, question: Question) -> list[str]:
    assert isinstance(question, BlanksQuestion)  # noqa: S101  the table below says so
    blanks = {blank.id: embedded(blank.options) for blank in question.blanks}
    if isinstance(question, DropDownCloze):
        text = escape(question.text, quote=False)
        for name, blank in blanks.items():
            text = text.replace(f"[{name}]", blank)
    else:
        assert isinstance(question, DropDownTable)  # noqa: S101  the table below says so
        labels = {blank.id: escape(blank.label, quote=False) for blank in question.blanks}
        text = "<br>".join(f"{labels[name]}: {blank}" for name, blank in blanks.items())
    place = element.find("questiontext/text")
    assert place is not None  # noqa: S101  every question has it
    place.text = f"{place.text}<p>{text}</p>"
    table = ", and that it is a table" if isinstance(question, DropDownTable) else ""
    return [f"{question.id}: {OPTION_IDS}, names of blanks{table}"]


def _numerical(element: Element, question: Question) -> list[str]:
    assert isinstance(question, NumericEntry)  # noqa: S101  the table below says so
    right = _answer(element, 100, f"{question.answer!r}", question.why)
    _leaf(right, "tolerance", f"{question.tolerance!r}")
    for near in question.near:
        middle, half = (near.least + near.most) / 2, (near.most - near.least) / 2
        _leaf(_answer(element, 0, f"{middle:.12g}", near.why), "tolerance", f"{half:.12g}")
    _leaf(_answer(element, 0, "*", question.otherwise), "tolerance", "0")
    units = SubElement(element, "units")
    for unit in question.units:
        one = SubElement(units, "unit")
        _leaf(one, "multiplier", f"{1 / unit.factor!r}")
        _leaf(one, "unit_name", unit.text)
    return [f"{question.id}: the names of its ranges", f"{question.id}: least and most allowed"]


def _ordering(element: Element, question: Question) -> list[str]:
    assert isinstance(question, PutInOrder)  # noqa: S101  the table below says so
    _leaf(element, "layouttype", "VERTICAL")
    _leaf(element, "gradingtype", "ABSOLUTE_POSITION")
    for number, step in enumerate(question.steps, start=1):
        _answer(element, number, step.text, step.why)
    return [f"{question.id}: {OPTION_IDS}"]


def _drag(element: Element, question: Question) -> list[str]:
    assert isinstance(question, DragDropCloze)  # noqa: S101  the table below says so
    places = [token.id for token in question.tokens]
    text = escape(question.text, quote=False)
    for target in question.targets:
        text = text.replace(f"[{target.id}]", f"[[{places.index(target.right) + 1}]]")
    place = element.find("questiontext/text")
    assert place is not None  # noqa: S101  every question has it
    place.text = f"{place.text}<p>{text}</p>"
    for token in question.tokens:
        box = SubElement(element, "dragbox")
        _text(box, token.text)
        _leaf(box, "group", "1")
        SubElement(box, "infinite")
    _general(element, (token.why for token in question.tokens))
    losses = [f"{question.id}: {OPTION_IDS}, names of blanks; reasons stand together"]
    if any(target.pool for target in question.targets):
        losses.append(f"{question.id}: that blanks are interchangeable")
    return losses


WRITERS: dict[str, tuple[str, Callable[[Element, Question], list[str]]]] = {
    "multiple_choice": ("multichoice", _choice),
    "multiple_response_select_all": ("multichoice", _choice),
    "multiple_response_select_n": ("multichoice", _choice),
    "matrix_multiple_choice": ("matching", _matching),
    "drop_down_cloze": ("cloze", _cloze),
    "drop_down_table": ("cloze", _cloze),
    "numeric_entry": ("numerical", _numerical),
    "put_in_order": ("ordering", _ordering),
    "drag_drop_cloze": ("ddwtos", _drag),
}
