"""Predicates: compiled conditions made ready to be asked many times."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from teachback.triage.findings import Findings

Predicate = Callable[[Findings, int], bool]
"""From findings, and the rank that is reached so far, to whether a condition holds."""


def predicate(condition: list[Any]) -> Predicate:
    """Return the predicate of a condition in the JSON form of `Condition.compiled`."""
    kind = condition[0]
    if kind == "has":
        return _has(*condition[1:])
    if kind == "at_least":
        return _at_least(condition[1], [predicate(child) for child in condition[2]])
    if kind == "modifier":
        return lambda findings, level: condition[1] in findings.modifiers  # noqa: ARG005
    return lambda findings, level: level >= condition[1]  # noqa: ARG005


def holds(condition: list[Any], findings: Findings, level: int) -> bool:
    """Return whether a condition holds; `level` is the rank that is reached so far."""
    return predicate(condition)(findings, level)


def leaves(condition: list[Any], kind: str) -> Iterator[str | int]:
    """Yield what all leaves of one kind look at: symptoms (`has`), modifiers or ranks (`level`)."""
    if condition[0] == "at_least":
        for child in condition[2]:
            yield from leaves(child, kind)
    elif condition[0] == kind:
        yield condition[1]


def _has(symptom: str, changed: int, severity: int, days: int) -> Predicate:
    if not (changed or severity or days):
        return lambda findings, level: symptom in findings.present  # noqa: ARG005

    def test(findings: Findings, _level: int) -> bool:
        found = findings.present.get(symptom)
        return found is not None and (
            found[0] >= changed and found[1] >= severity and found[2] >= days
        )

    return test


def _at_least(needed: int, children: list[Predicate]) -> Predicate:
    def test(findings: Findings, level: int) -> bool:
        missing = needed
        for child in children:
            if child(findings, level):
                missing -= 1
                if not missing:
                    return True
        return False

    return test
