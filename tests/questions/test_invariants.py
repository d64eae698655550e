"""The invariants of marking (standards 4.3) hold for every type."""

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teachback.errors import AnswerError
from teachback.model import Parts
from teachback.questions import mark
from teachback.questions.arrange import arranged
from tests.questions.every_type import QUIZ, answers, any_answer, plain

every_type = pytest.mark.parametrize("question", QUIZ.questions, ids=lambda one: one.id)

junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner | st.sampled_from("abcd"), max_size=8)
        | st.dictionaries(
            st.sampled_from(["x", "y", "z", "value", "unit", "cord", "legs"]) | st.text(max_size=3),
            inner | st.sampled_from("abcd"),
        )
    ),
    max_leaves=12,
)


def chosen(question, answer):
    return set(question.elements(question.control().read(answer)))


@every_type
def test_score_is_whole_between_zero_and_maximum_and_full_only_for_the_key(question):
    key = chosen(question, question.key())
    for answer in answers(question):
        result = mark(question, answer)
        assert type(result.score) is int
        assert 0 <= result.score <= result.maximum
        assert (result.score == result.maximum) == (chosen(question, answer) == key)


@every_type
def test_the_key_is_full_and_an_empty_answer_is_nothing(question):
    assert mark(question, question.key()).verdict == "right"
    for empty in ((), {}):
        try:
            assert mark(question, empty).score == 0
        except AnswerError:
            continue


@every_type
def test_one_more_wrong_element_never_raises_and_one_more_right_never_lowers(question):
    scoring, key = question.scoring(), chosen(question, question.key())
    elements = sorted(question.reasons())
    for answer in answers(question, 2000):
        held = chosen(question, answer)
        before = scoring.score(held)
        for one in elements:
            after = scoring.score(held | {one})
            assert (after >= before) if one in key else (after <= before)


@every_type
def test_under_zero_one_rules_another_wrong_element_in_place_of_one_changes_nothing(question):
    scoring, key = question.scoring(), chosen(question, question.key())
    wrong = sorted(set(question.reasons()) - key)
    penalties = any(term.points < 0 for group in scoring.groups for term in group)
    for answer in answers(question, 500):
        held = chosen(question, answer)
        for old in held & set(wrong):
            for new in wrong:
                changed = scoring.score(held - {old} | {new})
                if not penalties:
                    assert changed == scoring.score(held)


@every_type
def test_the_order_of_options_changes_nothing(question):
    for seed in range(20):
        turned = arranged(question, str(seed))
        for answer in answers(question, 50):
            elements = turned.elements(turned.read(plain(answer)))
            if elements:
                assert question.scoring().score(elements) == mark(question, answer).score


@every_type
def test_every_element_has_a_reason_and_every_reason_shows_when_chosen_or_missed(question):
    reasons = question.reasons()
    for answer in answers(question, 500):
        held = chosen(question, answer)
        assert held <= set(reasons)
        wanted = held | chosen(question, question.key())
        assert {reason.element for reason in mark(question, answer).reasons} == wanted


@every_type
@settings(max_examples=300)
@given(value=junk)
def test_whatever_comes_is_marked_or_refused_with_words_and_never_beyond_the_maximum(
    question, value
):
    try:
        result = mark(question, value)
    except AnswerError as error:
        assert str(error)  # noqa: PT017  either is allowed, but never without words
    else:
        assert 0 <= result.score <= result.maximum


@every_type
def test_repeated_ids_earn_nothing_more(question):
    source = random.Random(7)
    if isinstance(question.control(), Parts) or question.type == "numeric_entry":
        return
    for _ in range(100):
        answer = any_answer(question.control(), source)
        if isinstance(answer, list):
            assert mark(question, answer + answer).score == mark(question, answer).score


@every_type
def test_an_answer_survives_json(question):
    for answer in answers(question, 100):
        sent = json.loads(json.dumps(plain(answer)))
        assert question.control().read(sent) == question.control().read(plain(answer))
