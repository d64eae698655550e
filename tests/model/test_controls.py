"""A control takes exactly the answers that it offers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachback.errors import AnswerError
from teachback.model import EnterNumber, Option, Part, Parts, PickMany, PickOne, yes_no_unsure

OPTIONS = tuple(Option(id=one, text=one.upper()) for one in "abcd")
ONE, MANY = PickOne(options=OPTIONS), PickMany(options=OPTIONS)
PARTS = Parts(
    look="groups",
    parts=[Part(id="x", label="X", control=ONE), Part(id="y", label="Y", control=MANY)],
)
CONTROLS = [ONE, MANY, PickMany(options=OPTIONS, most=2), PARTS]
NUMBER = EnterNumber(units=["mg", "g"], least=0, most=10)

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from("xyz") | st.text(max_size=3), inner)
        | st.lists(st.sampled_from("abcde"), max_size=4)
    ),
)


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.kind)
def test_every_answer_it_yields_is_one_it_takes(control):
    answers = list(control.every_answer())
    assert [control.read(answer) for answer in answers] == answers
    assert all(one not in answers[:place] for place, one in enumerate(answers))


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.kind)
@given(value=anything)
def test_whatever_comes_is_taken_as_an_offered_answer_or_refused(control, value):
    offered = list(control.every_answer())
    try:
        read = control.read(value)
    except AnswerError:
        return
    assert read in offered


def test_a_repeated_id_counts_once_and_order_is_that_of_the_options():
    assert PickMany(options=OPTIONS).read(["c", "a", "c"]) == ("a", "c")


def test_a_symptom_is_answered_yes_no_or_not_sure():
    assert yes_no_unsure().ids == ("yes", "no", "unsure")


def test_more_picks_than_there_is_room_for_are_refused():
    with pytest.raises(AnswerError, match="3 options are chosen, at most 2"):
        PickMany(options=OPTIONS, most=2).read(["a", "b", "c"])


def test_a_part_left_out_is_open_and_an_unknown_part_is_refused():
    assert PARTS.read({"y": ["b"]}) == {"x": None, "y": ("b",)}
    with pytest.raises(AnswerError, match="'z' is not one of the parts x, y"):
        PARTS.read({"z": "a"})


def test_in_a_pool_it_counts_what_was_chosen_and_not_where():
    pooled = [Part(id=one, label=one, control=ONE, pool="p") for one in "xy"]
    parts = Parts(look="list", parts=pooled)
    answers = [{"x": "a", "y": "b"}, {"x": "b", "y": "a"}]
    assert {frozenset(parts.elements(parts.read(one))) for one in answers} == {
        frozenset({"p:a", "p:b"})
    }
    assert parts.elements(parts.read({"x": "a", "y": "a"})) == ("p:a",)


@given(value=st.floats() | st.integers() | st.booleans() | st.text(max_size=3), unit=anything)
def test_a_number_is_taken_only_within_its_bounds_and_with_its_unit(value, unit):
    for one in ("mg", unit):
        try:
            read = NUMBER.read({"value": value, "unit": one})
        except AnswerError:
            continue
        assert 0 <= read["value"] <= 10
        assert read["unit"] in NUMBER.units
