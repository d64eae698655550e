"""teachback advise"""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any

import typer

from teachback.cli.given import read_json
from teachback.content import TOPIC, Topic, load_topic
from teachback.content import advise as advice_for
from teachback.errors import FindingsError


def advise(
    file: Annotated[str, typer.Argument(help="A JSON file, or - for standard input.")] = "-",
) -> None:
    """Print the level, the rules that set it, reasons and sources for findings as JSON."""
    topic = load_topic(TOPIC)
    try:
        given = read_json(file)
    except ValueError as error:
        _refuse(topic, [str(error)])
    many = isinstance(given, list)
    results, mistakes = [], []
    for number, one in enumerate(given if many else [given]):
        try:
            results.append(_advice(topic, one))
        except FindingsError as error:
            at = f"object {number + 1}: " if many else ""
            mistakes += [f"{at}{mistake}" for mistake in error.mistakes]
    if mistakes:
        _refuse(topic, mistakes)
    print(json.dumps(results if many else results[0], ensure_ascii=False))


def _advice(topic: Topic, given: object) -> dict[str, Any]:
    advice = advice_for(topic, given)
    return {
        "level": advice.level.id,
        "rules": list(advice.rules),
        "text": advice.text,
        "reasons": list(advice.reasons),
        "sources": list(advice.sources),
    }


def _refuse(topic: Topic, mistakes: list[str]) -> None:
    """Name every mistake, give the emergency words, and stop: never a low level by accident."""
    for mistake in mistakes:
        sys.stderr.write(f"{mistake}\n")
    sys.stderr.write(f"{topic.checklist.level_of_rank(3).text}\n")
    raise SystemExit(2)
