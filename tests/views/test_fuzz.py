"""Whatever a browser sends to any widget, Python neither fails nor takes what cannot be."""

import json
import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ipywidgets import Widget

from teachback import Checklist, Quiz
from tests.questions.drawn import TOPIC
from tests.views.test_blueprint_exam import exam, passed
from tests.views.test_exam import EXAM

MARKUP = "<img src=x onerror=alert(1)>"
MEGABYTE = "x" * 1_000_000
WIDGETS = {
    "quiz": lambda: Quiz(TOPIC, "signs_to_know"),
    "quiz that is handed in": lambda: Quiz(TOPIC, EXAM),
    "test": exam,
    "passed test": passed,
    "shared checklist": lambda: Checklist(TOPIC, share=True),
}
PARTS = ("answers", "changed", "severity", "since", "modifiers", "none", "fatigue", "bone")
NAMES = ("answers", "sure", "handed_in", "started", "again", "name", "state", "sheet", "_esm")
OURS = ("sheet", "_esm", "_css", "result")  # written by us, some of it markup
PLAIN = st.none() | st.booleans() | st.integers() | st.sampled_from([math.nan, math.inf, -1.5])
PLAIN |= st.sampled_from([MARKUP, MEGABYTE, "\ud800", "\x00", "yes", "s4", ""]) | st.text(
    max_size=9
)
ANYTHING = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(PARTS), inner),
    max_leaves=5,
)


@pytest.fixture(autouse=True)
def no_widget_stays_alive(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    yield
    Widget.close_all()


@pytest.mark.parametrize("make", WIDGETS.values(), ids=WIDGETS)
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(states=st.lists(st.dictionaries(st.sampled_from(NAMES), ANYTHING), max_size=4))
def test_no_widget_fails_or_takes_markup(make, states):
    widget = make()
    sheet = json.dumps(widget.sheet)
    for state in states:
        widget._handle_msg({"content": {"data": {"method": "update", "state": state}}})
    held = str({name: one for name, one in widget.get_state().items() if name not in OURS})
    assert MARKUP not in held
    assert MEGABYTE not in held
    assert json.dumps(widget.sheet) == sheet
    widget.close()
