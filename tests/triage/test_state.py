"""What a browser keeps of a checklist means the same to it and to Python; open is worst."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachback.errors import FindingsError
from teachback.triage import advise, checklist_sheet, findings_of_state
from teachback.triage.state import DAYS, SEVERITIES, SINCE, TICKS
from tests.javascript import call_many
from tests.triage.states import CHECKLIST, MODIFIERS, SYMPTOMS, TOPIC

SHEET = checklist_sheet(CHECKLIST, TOPIC.names, "guided", {"emergency": "911", "team": None})
FIELDS = {symptom.id: symptom.fields for symptom in CHECKLIST.symptoms}
ORDER = [symptom.id for symptom in CHECKLIST.symptoms]
RANDOM_STATES = 4000


def some(source: Random, values: object, chance: float = 0.5) -> list[str]:
    return [one for one in values if source.random() < chance]  # type: ignore[attr-defined]


def random_state(source: Random) -> dict[str, object]:
    """Return any state that a person may bring about."""
    held = some(source, SYMPTOMS, source.choice([0.03, 0.1, 0.4]))
    severities = [f"s{n}" for n in SEVERITIES]
    return {
        "answers": {name: source.choice(["yes", "no", "unsure"]) for name in held},
        "changed": {name: some(source, TICKS, 0.8) for name in some(source, held)},
        "severity": {name: source.choice(severities) for name in some(source, held)},
        "days": {name: source.choice(list(DAYS)) for name in some(source, held)},
        "since": {name: source.choice(list(SINCE)) for name in some(source, held)},
        "modifiers": {
            one: source.choice(["yes", "no", "unsure"]) for one in some(source, MODIFIERS)
        },
    }


def test_the_browser_reads_and_judges_a_state_as_python_does():
    source = Random(4)
    states = [random_state(source) for _ in range(RANDOM_STATES)]
    found = [findings_of_state(CHECKLIST, state) for state in states]
    browser = call_many("findingsOf", SHEET, states)
    for mine, theirs in zip(found, browser, strict=True):
        present = {
            name: {"changed": int(one.changed), "severity": one.severity, "days": one.days}
            for name, one in mine.present.items()
        }
        assert theirs["present"] == present
        assert set(theirs["modifiers"]) == mine.modifiers
    advised = call_many("advise", SHEET, browser)
    python = [advise(CHECKLIST, one) for one in found]
    assert [(one["rank"], one["rules"]) for one in advised] == [
        (one.level.rank, list(one.rules)) for one in python
    ]


def rank(**state: object) -> int:
    return advise(CHECKLIST, findings_of_state(CHECKLIST, state)).level.rank


@pytest.mark.parametrize("symptom", SYMPTOMS)
def test_not_sure_counts_as_yes(symptom):
    assert rank(answers={symptom: "unsure"}) == rank(answers={symptom: "yes"})


@pytest.mark.parametrize("symptom", [name for name in SYMPTOMS if "changed" in FIELDS[name]])
def test_only_known_checked_and_the_same_together_count_as_not_changed(symptom):
    every = list(TICKS)
    two = [every[:n] + every[n + 1 :] for n in range(3)]
    open_rank = rank(answers={symptom: "yes"})
    for ticks in ([], *two):
        assert rank(answers={symptom: "yes"}, changed={symptom: ticks}) == open_rank
    assert rank(answers={symptom: "yes"}, changed={symptom: every}) <= open_rank


@given(st.sampled_from([name for name in SYMPTOMS if "severity" in FIELDS[name]]), st.data())
def test_a_severity_left_open_is_the_worst_and_none_at_all_is_still_there(symptom, data):
    told = data.draw(st.sampled_from([f"s{n}" for n in SEVERITIES]))
    mild = {"answers": {symptom: "yes"}, "severity": {symptom: told}}
    assert rank(**mild) <= rank(answers={symptom: "yes"})
    assert rank(**mild) >= 0


def test_a_group_that_holds_none_takes_no_answer():
    symptom = CHECKLIST.symptoms[0]
    with pytest.raises(FindingsError, match="said to hold none"):
        rank(answers={symptom.id: "yes"}, none=[symptom.group])
    other = next(one for one in CHECKLIST.symptoms if one.group != symptom.group)
    assert rank(answers={other.id: "no"}, none=[symptom.group]) == -1


@pytest.mark.parametrize("answers", [{"nobody": "yes"}, {"fall": "maybe"}, {"fall": None}])
def test_what_cannot_be_answered_is_refused_and_never_a_low_level(answers):
    with pytest.raises(FindingsError, match="cannot be answered"):
        rank(answers=answers)
