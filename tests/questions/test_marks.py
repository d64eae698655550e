"""Marks follow the published scoring rules and never leave their bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachback.questions import MultipleChoice, Scoring, SelectAll, Term, mark


def question(kind, right, wrong):
    options = [{"id": one, "right": one, "why": f"why {one}"} for one in right]
    options += [{"id": one, "wrong": one, "why": f"why {one}"} for one in wrong]
    options.sort(key=lambda option: option["id"])
    values = {"id": "q", "ask": "What?", "facts": ["F-1"], "options": options}
    return kind.model_validate({**values, "type": kind.model_fields["type"].annotation.__args__[0]})


def select_all(right, wrong):
    return question(SelectAll, right, wrong)


ids = st.sets(st.sampled_from("abcdefgh"), min_size=2, max_size=8)


@st.composite
def select_all_questions(draw):
    options = draw(ids)
    right = draw(st.sets(st.sampled_from(sorted(options)), min_size=1))
    return select_all(right, options - right)


@pytest.mark.parametrize(
    ("right", "wrong", "answer", "score"),
    [
        ("abdf", "ce", "abdc", 2),  # standards 4.2, worked example 1
        ("ab", "cdef", "abcdef", 0),  # worked example 2
        ("ab", "cd", "", 0),
        ("ab", "cd", "ab", 2),
    ],
)
def test_plus_minus_as_published(right, wrong, answer, score):
    assert mark(select_all(right, wrong), list(answer)).score == score


@given(select_all_questions(), st.data())
def test_score_stays_between_zero_and_maximum_and_is_full_only_for_the_key(asked, data):
    answer = data.draw(st.lists(st.sampled_from(asked.control().ids)))
    result = mark(asked, answer)
    assert 0 <= result.score <= result.maximum
    assert (result.score == result.maximum) == (set(answer) == set(asked.key()))


@given(select_all_questions(), st.data())
def test_one_more_wrong_choice_never_raises_and_one_more_right_never_lowers(asked, data):
    answer = data.draw(st.sets(st.sampled_from(asked.control().ids)))
    one = data.draw(st.sampled_from(asked.control().ids))
    before, after = mark(asked, list(answer)).score, mark(asked, [*answer, one]).score
    assert (after >= before) if one in asked.key() else (after <= before)


@given(select_all_questions(), st.randoms())
def test_the_order_of_options_changes_nothing(asked, random):
    turned = list(asked.options)
    random.shuffle(turned)
    other = asked.model_copy(update={"options": tuple(turned)})
    for answer in asked.control().every_answer():
        assert mark(asked, answer).score == mark(other, answer).score


def test_every_choice_and_every_right_option_left_out_has_its_reason():
    reasons = mark(select_all("ab", "c"), ["a", "c"]).reasons
    found = [(one.element, one.chosen, one.right, one.why) for one in reasons]
    expected = [("a", True, True), ("b", False, True), ("c", True, False)]
    assert found == [(*one, f"why {one[0]}") for one in expected]


@pytest.mark.parametrize(
    ("answer", "score", "verdict"), [("a", 1, "right"), ("b", 0, "wrong"), ("c", 0, "wrong")]
)
def test_multiple_choice_is_one_or_nothing(answer, score, verdict):
    result = mark(question(MultipleChoice, "a", "bc"), answer)
    assert (result.score, result.maximum, result.verdict) == (score, 1, verdict)


def test_groups_have_floors_of_their_own():
    terms = tuple((Term(1, (f"{g}+",)), Term(-1, (f"{g}-",))) for g in "xy")
    assert Scoring(terms, "").score(["x+", "y-"]) == 1


def test_pairs_score_only_together():
    triad = Scoring(((Term(1, ("x", "y")), Term(1, ("x", "z"))),), "")
    assert [triad.score(one) for one in (["x", "y"], ["y", "z"], ["x", "y", "z"])] == [1, 0, 2]
