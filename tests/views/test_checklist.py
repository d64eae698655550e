"""The checklist widget takes nothing unless it was made to share, and then only what can be."""

import pytest
from ipywidgets import Widget

from teachback import Checklist, load_topic
from teachback.triage import Finding, Findings
from tests.triage.states import MODIFIERS, SYMPTOMS

TOPIC = load_topic("bone_metastasis")
STATE = {
    "answers": {"spine_pain": "yes", "fall": "no", "fatigue": "unsure"},
    "changed": {"spine_pain": ["known", "checked", "same"]},
    "severity": {"spine_pain": "s4"},
    "days": {},
    "since": {"spine_pain": "weeks"},
    "modifiers": dict.fromkeys(MODIFIERS, "no"),
    "none": [],
}
BAD = {
    "a list": [],
    "nothing": None,
    "an unknown part": STATE | {"level": 3},
    "an unknown symptom": STATE | {"answers": {"nobody": "yes"}},
    "an unknown answer": STATE | {"answers": {"fall": "maybe"}},
    "a part that is no object": STATE | {"severity": ["s4"]},
    "a number where a name belongs": STATE | {"severity": {"fall": 4}},
    "a severity off the scale": STATE | {"severity": {"spine_pain": "s11"}},
    "an unknown modifier": STATE | {"modifiers": {"king": "yes"}},
    "a group that is not there": STATE | {"none": ["nowhere"]},
    "groups that are no list": STATE | {"none": "bone"},
    "an answer in a group that holds none": STATE | {"none": ["bone"]},
    "a deep value": STATE | {"changed": {"spine_pain": [[[]]]}},
    "a megabyte": STATE | {"answers": {"x" * 1_000_000: "yes"}},
}


@pytest.fixture(autouse=True)
def no_widget_stays_alive():
    yield
    Widget.close_all()


def send(widget, **state):
    widget._handle_msg({"content": {"data": {"method": "update", "state": state}}})


def test_a_checklist_that_is_not_shared_takes_nothing(caplog):
    checklist = Checklist(TOPIC)
    send(checklist, state=STATE)
    assert (checklist.state, checklist.findings) == ({}, Findings({}))
    assert "not shared" in caplog.text
    assert checklist.sheet["shared"] is False


def test_a_shared_checklist_gives_findings_to_python():
    checklist = Checklist(TOPIC, share=True)
    send(checklist, state=STATE)
    assert checklist.findings == Findings(
        {"spine_pain": Finding(changed=False, severity=4), "fatigue": Finding()}, frozenset()
    )
    assert repr(checklist) == f"Checklist({len(SYMPTOMS)} symptoms, shared)"


@pytest.mark.parametrize("state", BAD.values(), ids=BAD)
def test_a_state_that_cannot_be_changes_nothing(state, caplog):
    checklist = Checklist(TOPIC, share=True)
    send(checklist, state=STATE)
    held = checklist.findings
    send(checklist, state=state)
    assert checklist.findings == held
    assert checklist.state == STATE
    assert "refused" in caplog.text
    assert len(caplog.text) < 2000


def test_findings_cannot_be_set_from_a_browser():
    checklist = Checklist(TOPIC, share=True)
    send(checklist, findings={}, sheet={})
    assert checklist.findings == Findings({})
    assert checklist.sheet["kind"] == "checklist"
