"""Arranging: the options of a question in another order, the same one for the same seed."""

from __future__ import annotations

import random

from teachback.model import Control, Option, Parts, PickMany, PickOne
from teachback.questions.base import Question

_FIXED = {"rows", "columns", "groups"}  # headings of a table, and lists that belong together


def arranged(question: Question, seed: str) -> Control:
    """Return the question's control with its options mixed; an ordered scale stays as it is."""
    control = question.control()
    if question.ordered:
        return control
    mixer = f"{seed}:{question.id}"
    if isinstance(control, Parts):
        if control.look in _FIXED:
            return control
        parts = [p.model_copy(update={"control": _mixed(p.control, mixer)}) for p in control.parts]
        return control.model_copy(update={"parts": tuple(parts)})
    return _mixed(control, mixer) if isinstance(control, (PickOne, PickMany)) else control


def _mixed(control: PickOne | PickMany, seed: str) -> PickOne | PickMany:
    options: list[Option] = list(control.options)
    random.Random(seed).shuffle(options)  # noqa: S311  to be repeated, not secret
    return control.model_copy(update={"options": tuple(options)})
