"""The state of a checklist as a browser keeps it, and the findings it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from teachback.errors import AnswerError, FindingsError
from teachback.model import Option, PickMany, PickOne, yes_no_unsure
from teachback.triage.checklist import ChecklistContent
from teachback.triage.findings import WORST_DAYS, WORST_SEVERITY, Finding, Findings

TICKS = {
    "known": "My team knows about it.",
    "checked": "My team has checked it.",
    "same": "It is the same as it was then.",
}
"""Only what is known, checked and the same counts as not changed (clinical brief 3.2)."""

SEVERITIES = range(11)
DAYS = {"d0": "Today", "d1": "1 day", "d2": "2 days", "d3": "3 days or more"}
SINCE = {"today": "Today", "days": "Some days", "weeks": "Some weeks", "longer": "Longer"}
ANSWERS = {"yes", "no", "unsure"}
STATE = {
    "answers": "answer",
    "changed": "changed",
    "severity": "severity",
    "days": "days",
    "since": "since",
    "modifiers": "answer",
}
"""The parts of a state that hold answers, and the control that gives them."""


def follow_controls() -> dict[str, PickOne | PickMany]:
    """Return the controls that follow an answer, the same for every symptom."""
    return {
        "answer": yes_no_unsure(),
        "changed": PickMany(options=_options(TICKS)),
        "severity": PickOne(options=_options({f"s{n}": str(n) for n in SEVERITIES})),
        "days": PickOne(options=_options(DAYS)),
        "since": PickOne(options=_options(SINCE)),
    }


def _options(words: dict[str, str]) -> tuple[Option, ...]:
    return tuple(Option(id=name, text=text) for name, text in words.items())


def read_state(checklist: ChecklistContent, value: object) -> Findings:
    """Return the findings of a state as a browser sent it, after checking its whole shape.

    Raises:
        FindingsError: if any part of it is not one that the checklist can bring about.
    """
    if not isinstance(value, Mapping):
        raise FindingsError(["expected an object with the parts of a checklist's state"])
    controls = follow_controls()
    symptoms = {symptom.id for symptom in checklist.symptoms}
    modifiers = {modifier.id for modifier in checklist.modifiers}
    unknown = set(value) - {*STATE, "none"}
    mistakes = [f"'{str(part)[:40]}' is no part of a state" for part in unknown]
    for part, control in STATE.items():
        known = modifiers if part == "modifiers" else symptoms
        mistakes += _unfit(value.get(part, {}), known, controls[control])
    blocked, groups = value.get("none", []), {group.id for group in checklist.groups}
    if not isinstance(blocked, list) or any(one not in groups for one in map(str, blocked)):
        mistakes.append("'none' must be a list of groups")
    if mistakes:
        raise FindingsError(mistakes)
    return findings_of_state(checklist, value)


def _unfit(given: object, known: set[str], control: PickOne | PickMany) -> Iterator[str]:
    if not isinstance(given, Mapping):
        yield "expected an object from names to answers"
        return
    for name, answer in given.items():
        try:
            control.read(answer)
        except AnswerError as error:
            yield f"'{str(name)[:40]}': {error}"
        if name not in known:
            yield f"'{str(name)[:40]}' is not asked"


def findings_of_state(checklist: ChecklistContent, state: Mapping[str, Any]) -> Findings:
    """Return the findings of a browser's state; whatever is open counts as worst.

    Yes and not sure are there. A severity of 0 counts as 1: what was answered yes is there.

    Raises:
        FindingsError: if it holds an unknown name or value, or an answer in a group that was
            said to hold none of its symptoms.
    """
    answers = state.get("answers", {})
    if mistakes := list(_mistakes(checklist, answers, set(state.get("none", ())))):
        raise FindingsError(mistakes)
    fields = {symptom.id: symptom.fields for symptom in checklist.symptoms}
    present = {
        name: _finding(name, fields[name], state)
        for name, answer in answers.items()
        if answer != "no"
    }
    given = state.get("modifiers", {})
    held = (m.id for m in checklist.modifiers if _holds(given.get(m.id), m.missing))
    return Findings(present, frozenset(held))


def _mistakes(
    checklist: ChecklistContent, answers: Mapping[str, Any], blocked: set[str]
) -> Iterator[str]:
    groups = {symptom.id: symptom.group for symptom in checklist.symptoms}
    for name, answer in answers.items():
        if answer not in ANSWERS or name not in groups:
            yield f"'{name[:40]}' cannot be answered '{str(answer)[:40]}'"
        elif groups[name] in blocked:
            yield f"'{name}' has an answer, but its group '{groups[name]}' was said to hold none"


def _finding(name: str, fields: tuple[str, ...], state: Mapping[str, Any]) -> Finding:
    """Return one finding; a field that the symptom does not have counts as worst."""
    ticks = set(state.get("changed", {}).get(name, ()))
    severity = state.get("severity", {}).get(name)
    days = state.get("days", {}).get(name)
    return Finding(
        changed="changed" not in fields or not ticks.issuperset(TICKS),
        severity=max(1, int(severity[1:])) if severity and "severity" in fields else WORST_SEVERITY,
        days=int(days[1:]) if days and "days" in fields else WORST_DAYS,
    )


def _holds(answer: str | None, missing: bool) -> bool:
    return missing if answer is None else answer != "no"
