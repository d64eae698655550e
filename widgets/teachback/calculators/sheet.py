"""The sheet of a calculator: formulas compiled, words and ranges as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from teachback.calculators.calculate import WORDS
from teachback.calculators.calculator import Calculator
from teachback.calculators.formula import compiled

TRAINING = "For training, not for care. Not yet checked by a clinician."


def calculator_sheet(
    calculator: Calculator, names: Callable[[Iterable[str]], list[str]]
) -> dict[str, Any]:
    """Return the calculator as plain JSON values; `names` gives sources as readers see them."""
    plain = calculator.model_dump(
        mode="json", include={"id", "title", "lead", "inputs", "steps", "outcomes", "notes"}
    )
    for kind, key in (("inputs", "only_if"), ("steps", "formula"), ("outcomes", "when")):
        for one in plain[kind]:
            one[key] = None if one[key] is None else compiled(one[key])
    return plain | {
        "kind": "calculator",
        "key": calculator.id,
        "refusals": WORDS,
        "training": TRAINING,
        "sources": names(calculator.sources),
    }
