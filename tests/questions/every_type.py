"""One question of every type, and answers to it."""

from __future__ import annotations

import random
from itertools import islice
from pathlib import Path
from typing import Any

from teachback.content import Deployment
from teachback.content.reader import read_model
from teachback.model import Control, EnterNumber, Parts, PickMany, PickOne
from teachback.questions import Question, QuestionSet

MOST = 10_000
FILE = Path(__file__).with_suffix(".yaml")
_quiz, _file = read_model(FILE, QuestionSet, Deployment().words)
assert _quiz is not None, "\n".join(map(str, _file.mistakes))
QUIZ: QuestionSet = _quiz


def answers(question: Question, most: int = MOST) -> list[Any]:
    """Return every possible answer, or `most` random ones where there are more."""
    control = question.control()
    every = list(islice(control.every_answer(), most + 1))
    if len(every) <= most:
        return every
    source = random.Random(question.id)
    return [control.read(any_answer(control, source)) for _ in range(most)]


def any_answer(control: Control, source: random.Random) -> Any:
    """Return one answer drawn at random."""
    if isinstance(control, PickOne):
        return source.choice(control.ids)
    if isinstance(control, PickMany):
        ids = list(control.ids)
        return source.sample(ids, source.randint(0, min(len(ids), control.most or len(ids))))
    if isinstance(control, EnterNumber):
        value = round(source.uniform(control.least, control.most), 2)
        return {"value": value, "unit": source.choice(control.units)}
    assert isinstance(control, Parts)
    return {part.id: any_answer(part.control, source) for part in control.parts}


def plain(answer: Any) -> Any:
    """Return an answer as JSON knows it."""
    if isinstance(answer, (str, float, type(None))):
        return answer
    if isinstance(answer, tuple):
        return [plain(one) for one in answer]
    return {name: plain(one) for name, one in answer.items()}
