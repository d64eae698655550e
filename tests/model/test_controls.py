"""A control takes exactly the answers that it offers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachback.errors import AnswerError
from teachback.model import Option, PickMany, PickOne, yes_no_unsure

OPTIONS = tuple(Option(id=one, text=one.upper()) for one in "abcd")
CONTROLS = [PickOne(options=OPTIONS), PickMany(options=OPTIONS)]

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
)


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.kind)
def test_every_answer_it_yields_is_one_it_takes(control):
    answers = list(control.every_answer())
    assert [control.read(answer) for answer in answers] == answers
    assert len(set(answers)) == len(answers)


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.kind)
@given(value=anything)
def test_whatever_comes_is_taken_as_an_offered_answer_or_refused(control, value):
    offered = set(control.every_answer())
    try:
        read = control.read(value)
    except AnswerError:
        return
    assert read in offered


def test_a_repeated_id_counts_once_and_order_is_that_of_the_options():
    assert PickMany(options=OPTIONS).read(["c", "a", "c"]) == ("a", "c")


def test_a_symptom_is_answered_yes_no_or_not_sure():
    assert yes_no_unsure().ids == ("yes", "no", "unsure")
