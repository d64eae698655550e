"""The sheets' evaluators, run by V8 inside Python, without a browser."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from py_mini_racer import MiniRacer

from teachback.views.assets import source

SOURCES = (
    "control.js",
    "evaluate.js",
    "advise.js",
    "response.js",
    "checklist_state.js",
    "triage_state.js",
    "calculate.js",
    "gain.js",
    "review_state.js",
)


@cache
def _engine() -> MiniRacer:
    engine = MiniRacer()
    for name in SOURCES:
        engine.eval(re.sub(r"^import .*;\n|^export ", "", source(name), flags=re.MULTILINE))
    return engine


def call(function: str, *arguments: Any) -> Any:
    """Return what an evaluator's function gives for these plain values."""
    given = ", ".join(json.dumps(argument) for argument in arguments)
    return json.loads(_engine().eval(f"JSON.stringify({function}({given}))"))


def call_many(function: str, first: Any, many: list[Any]) -> list[Any]:
    """Return what a function gives for `first` with each of `many`, in one go."""
    program = (
        f"JSON.stringify({json.dumps(many)}.map((one) => {function}({json.dumps(first)}, one)))"
    )
    return json.loads(_engine().eval(program))
