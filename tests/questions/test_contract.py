"""`teachback mark` gives the published marks, names what is invalid, and never crashes."""

import copy
import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teachback.errors import ItemError
from teachback.questions import mark_item
from tests.questions.vectors import VECTORS


def item(vector):
    kind, rule, options, key, response, *_ = vector
    return {
        "item_type": kind,
        "scoring_rule": rule,
        "options": options,
        "key": key,
        "response": response,
    }


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: f"{v[0]}-{json.dumps(v[4])[:30]}")
def test_marks_by_hand(vector):
    score, maximum = vector[5:]
    result = mark_item(item(vector))
    if score is None:
        assert set(result) == {"invalid"}
        assert result["invalid"]
    else:
        assert result == {"score": score, "max": maximum}


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@settings(max_examples=1000)
@given(st.sampled_from(VECTORS), anything)
def test_any_response_is_marked_within_its_bounds_or_invalid(vector, response):
    result = mark_item(item(vector) | {"response": response})
    if "invalid" in result:
        assert result["invalid"]
    elif result["max"] is not None:
        assert 0 <= result["score"] <= result["max"]


@settings(max_examples=1000)
@given(
    st.sampled_from(VECTORS),
    st.sampled_from(["item_type", "scoring_rule", "options", "key"]),
    anything,
)
def test_an_item_that_cannot_be_used_is_refused_in_words_and_never_crashes(vector, field, value):
    broken = copy.deepcopy(item(vector)) | {field: value}
    try:
        mark_item(broken)
    except ItemError as error:
        assert str(error)  # noqa: PT017  either is allowed, but never without words


def run(text):
    command = [sys.executable, "-m", "teachback", "mark"]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False)


def test_a_list_in_gives_a_list_out_and_an_object_an_object():
    one = item(VECTORS[0])
    assert json.loads(run(json.dumps(one)).stdout) == {"score": 1, "max": 1}
    assert json.loads(run(json.dumps([one, one])).stdout) == [{"score": 1, "max": 1}] * 2


@pytest.mark.parametrize("text", ["", "{", "[1]", "{}", '{"item_type": "riddle"}', "\udcff"])
def test_what_cannot_be_used_exits_with_two_and_says_why(text):
    result = subprocess.run(
        [sys.executable, "-m", "teachback", "mark"],
        input=text.encode("utf-8", "surrogateescape"),
        capture_output=True,
        check=False,
    )
    assert result.returncode == 2
    assert result.stderr
    assert b"Traceback" not in result.stderr
