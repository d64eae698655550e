"""Writing an Anki deck: a card for each question, with its reasons and sources on the back."""

from __future__ import annotations

import hashlib
import tempfile
from html import escape
from pathlib import Path
from typing import Any

import genanki

from teachback.content import Topic
from teachback.exchange.export import Export, exhibit_words, losses_of_question, losses_of_quiz
from teachback.model import Parts, PickMany, PickOne
from teachback.questions import Question, QuestionSet

_FIELDS = [{"name": name} for name in ("Question", "Options", "Answer", "Reasons", "Source")]
_FRONT = "<h3>{{Question}}</h3>{{Options}}"
_BACK = (
    "{{FrontSide}}<hr id=answer><p><b>{{Answer}}</b></p>{{Reasons}}<p><small>{{Source}}</small></p>"
)


def write_anki(quiz: QuestionSet, topic: Topic) -> Export:
    """Return the quiz as an Anki package; ids follow from ours, so that a new one replaces it."""
    card = [{"name": "Question", "qfmt": _FRONT, "afmt": _BACK}]
    model = genanki.Model(_number("teachback card"), "teachback", fields=_FIELDS, templates=card)
    deck = genanki.Deck(_number(quiz.id), quiz.title)
    losses = [*losses_of_quiz(quiz), f"{quiz.id}: marks; Anki asks the reader how well it went"]
    for question in quiz.questions:
        note = genanki.Note(
            model=model,
            fields=_fields(question, topic),
            guid=genanki.guid_for(quiz.id, question.id),
        )
        deck.add_note(note)
        losses += losses_of_question(question, keeps_hint=False)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "deck.apkg"
        genanki.Package(deck).write_to_file(file)
        return Export(file.read_bytes(), tuple(losses))


def _number(name: str) -> int:
    """Return a number for Anki that is the same for the same name."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4]) | 1 << 30


def _fields(question: Question, topic: Topic) -> list[str]:
    words, whys = question.choices(), question.reasons()
    right = question.elements(question.control().read(question.key()))
    reasons = dict.fromkeys(f"{words.get(one, '')} {why}".strip() for one, why in whys.items())
    return [
        escape(exhibit_words(question) + question.ask),
        _listed(_options(question)),
        escape("; ".join(words.get(one, one) for one in right)),
        _listed(list(reasons)),
        escape(", ".join(topic.cite(question.facts))),
    ]


def _options(question: Question) -> list[str]:
    control: Any = question.control()
    if isinstance(control, (PickOne, PickMany)):
        return [option.text for option in control.options]
    if not isinstance(control, Parts):
        return []
    lines = [control.text] if control.text else []
    return lines + [
        f"{part.label}: " + " / ".join(option.text for option in part.control.options)
        for part in control.parts
    ]


def _listed(lines: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>" if lines else ""
