"""Findings from outside are read strictly; what is unknown counts as worst."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachback import load_topic
from teachback.errors import FindingsError
from teachback.triage import Finding, advise, read_findings

CHECKLIST = load_topic("bone_metastasis").checklist


def read(value):
    return read_findings(value, CHECKLIST.symptoms, CHECKLIST.modifiers)


def one(**modifiers):
    return {"symptoms": ["spine_pain"], "modifiers": modifiers}


def test_what_is_missing_counts_as_worst():
    assert read(one()).present == {"spine_pain": Finding(changed=True, severity=10, days=99)}
    assert read(one()).modifiers == {"recent_tx", "on_bone_drug", "blood_thinner"}


@pytest.mark.parametrize(("flag", "held"), [(True, True), ("unsure", True), (False, False)])
def test_not_sure_counts_as_yes(flag, held):
    assert ("team_unreachable" in read(one(team_unreachable=flag)).modifiers) is held
    assert read(one(changed={"spine_pain": flag})).present["spine_pain"].changed is held


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "expected an object"),
        ({"symptoms": "spine_pain"}, "expected a list"),
        ({"symptoms": ["no_such"]}, "'no_such' is no symptom"),
        ({"symptoms": [3]}, "3 is no symptom"),
        ({"symptoms": [], "notes": "fine"}, "expected an object"),
        (one(severity={"spine_pain": 0}), "1 to 10"),
        (one(severity={"spine_pain": 11}), "1 to 10"),
        (one(severity={"spine_pain": True}), "1 to 10"),
        (one(severity={"spine_pain": "3"}), "1 to 10"),
        (one(severity=[]), "expected an object"),
        (one(changed={"spine_pain": 1}), 'true, false or "unsure"'),
        (one(days={"spine_pain": -1}), "whole number of days"),
        (one(recent_tx="no"), 'true, false or "unsure"'),
        (one(no_such=True), "not a known modifier"),
        (one(severity={"nobody": 3}), "'nobody' is no symptom"),
    ],
)
def test_what_cannot_be_is_refused_with_what_was_expected(value, words):
    with pytest.raises(FindingsError, match=words.replace("(", r"\(")):
        read(value)


def test_every_mistake_is_named_at_once():
    wrong = {"symptoms": ["x", "y"], "modifiers": {"severity": {"spine_pain": 99}, "z": 1}}
    with pytest.raises(FindingsError) as refused:
        read(wrong)
    assert len(refused.value.mistakes) == 4


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 12)
    | st.sampled_from(["unsure", "spine_pain", "x"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["symptoms", "modifiers", "severity", "spine_pain"]), inner
        )
    ),
)


@given(json_values)
def test_p8_illegal_input_never_yields_a_level(value):
    try:
        found = read(value)
    except FindingsError:
        return
    assert set(value["symptoms"]) == set(found.present)
    assert advise(CHECKLIST, found).level.id == ("SAME_DAY" if found.present else "NONE")
