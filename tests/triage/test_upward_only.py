"""P11 and P17: notes change nothing, and a person may raise the level but never lower it."""

from __future__ import annotations

from random import Random

import pytest

from teachback.errors import FindingsError
from teachback.triage import advise, findings_of_state, read_findings, read_state
from tests.javascript import call_many
from tests.triage.states import CHECKLIST, MODIFIERS, SYMPTOMS
from tests.triage.test_state import SHEET, random_state

NOTES = ["I feel fine, it is only my old back", "my legs are weak", ""]
STATES = [random_state(Random(seed)) for seed in range(300)]
EXCUSES = ("opioid", "arthritis", "garden", "exercise", "scan", "flare", "weather", "anxiety")


def rank(state: dict) -> int:
    return advise(CHECKLIST, findings_of_state(CHECKLIST, state)).level.rank


def in_the_browser(states: list[dict]) -> list[int]:
    found = call_many("findingsOf", SHEET, states)
    return [one["rank"] for one in call_many("advise", SHEET, found)]


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("key", ["notes", "note", "text", "comment"])
def test_p11_notes_are_refused_in_python_wherever_they_stand(key: str, note: str) -> None:
    for value in (
        {"symptoms": ["fall"], key: note},
        {"symptoms": ["fall"], "modifiers": {key: note}},
        {"symptoms": ["fall", note]},
        {"symptoms": ["fall"], "modifiers": {"severity": {"fall": note}}},
    ):
        with pytest.raises(FindingsError):
            read_findings(value, CHECKLIST.symptoms, CHECKLIST.modifiers)
    with pytest.raises(FindingsError):
        read_state(CHECKLIST, {"answers": {"fall": "yes"}, key: note})


def test_p11_notes_in_a_state_change_no_level_in_the_browser() -> None:
    noted = [one | {"notes": NOTES[n % 3], "comment": "fine"} for n, one in enumerate(STATES)]
    assert in_the_browser(noted) == in_the_browser(STATES)


def test_p17_what_is_no_answer_about_the_illness_changes_no_level() -> None:
    """Having read the emergency, who answers, since when, and the part on screen."""
    rules = [rule.id for rule in CHECKLIST.rules]
    since = dict.fromkeys(SYMPTOMS, "longer")
    beside = {"acknowledged": rules, "forOther": True, "part": 7, "since": since, "places": []}
    turned = [state | beside for state in STATES]
    assert in_the_browser(turned) == in_the_browser(STATES)
    assert [rank(state | {"since": since}) for state in STATES] == [rank(one) for one in STATES]


def test_p17_saying_that_one_is_very_worried_raises_and_taking_it_back_lowers_nothing() -> None:
    for state in STATES:
        answers = {name: one for name, one in state["answers"].items() if name != "very_worried"}
        before = rank(state | {"answers": answers})
        assert rank(state | {"answers": answers | {"very_worried": "no"}}) == before
        for said in ("yes", "unsure"):
            assert rank(state | {"answers": answers | {"very_worried": said}}) >= max(before, 2)


@pytest.mark.parametrize("modifier", MODIFIERS)
def test_p17_saying_that_a_circumstance_holds_only_raises(modifier: str) -> None:
    for state in STATES:
        others = {one: said for one, said in state["modifiers"].items() if one != modifier}
        no, unsure, yes = (
            rank(state | {"modifiers": others | {modifier: said}})
            for said in ("no", "unsure", "yes")
        )
        assert yes == unsure >= no


def test_p17_nothing_on_the_no_downgrade_list_is_asked_and_no_condition_says_not() -> None:
    """Clinical brief 3.4."""
    asked = [one.ask.lower() for one in (*CHECKLIST.symptoms, *CHECKLIST.modifiers)]
    assert [word for word in EXCUSES if any(word in ask for ask in asked)] == []
    kinds = {kind for clause in CHECKLIST.clauses for kind in nodes(clause.condition)}
    assert kinds == {"at_least", "has", "modifier", "level"}


def nodes(condition: list) -> list[str]:
    below = condition[2] if condition[0] == "at_least" else []
    return [condition[0], *(kind for child in below for kind in nodes(child))]
