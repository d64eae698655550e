"""A policy says how a quiz is asked, and refuses what contradicts itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from teachback.attempt import Attempt
from teachback.questions import Policy, QuestionSet, certainty_mark, quiz_sheet
from tests.questions.every_type import QUIZ


def quiz(policy=None, **more):
    values = QUIZ.model_dump(mode="json", exclude_none=True) | more
    return QuestionSet.model_validate(values | {"policy": policy or {}})


@pytest.mark.parametrize("mode", ["check", "exam"])
@pytest.mark.parametrize("when", ["at_once", "after_attempts"])
@pytest.mark.parametrize("field", ["reasons", "right_answer"])
def test_a_test_never_shows_reasons_before_its_end(mode, when, field):
    with pytest.raises(ValidationError, match="shows nothing before the end"):
        Policy.model_validate({"mode": mode, field: when})


@pytest.mark.parametrize("policy", [{"confidence": True}, {"pass_percent": 80}])
def test_patients_are_neither_graded_nor_asked_how_sure_they_are(policy):
    with pytest.raises(ValidationError, match="for nurses"):
        quiz(policy, audience="patient")


def test_a_policy_names_only_questions_of_its_quiz():
    with pytest.raises(ValidationError, match="nobody"):
        quiz({"must_be_right": ["nobody"]})


@given(st.integers(1, 20), st.text(max_size=8))
def test_over_the_turns_every_question_is_drawn_equally_often(draw, seed):
    content = quiz({"draw": draw})
    turns = len(content.questions)
    drawn = [one.id for turn in range(turns) for one in content.drawn(turn, seed)]
    counts = {drawn.count(question.id) for question in content.questions}
    assert counts == {min(draw, turns)}


@given(st.text(max_size=8))
def test_the_same_seed_gives_the_same_sheet(seed):
    assert quiz_sheet(QUIZ, list, seed) == quiz_sheet(QUIZ, list, seed)


def test_a_thousand_seeds_put_the_key_in_every_place_and_leave_scales_alone():
    question = QUIZ.question("multiple_choice")
    scale = question.model_copy(update={"ordered": True})
    places = set()
    for seed in map(str, range(1000)):
        content = quiz(None, questions=[question.model_dump(mode="json", exclude_none=True)])
        options = quiz_sheet(content, list, seed)["questions"][0]["control"]["options"]
        places.add([one["id"] for one in options].index(question.key()))
        fixed = quiz(None, questions=[scale.model_dump(mode="json", exclude_none=True)])
        kept = quiz_sheet(fixed, list, seed)["questions"][0]["control"]["options"]
        assert [one["id"] for one in kept] == list(scale.control().ids)
    assert places == {0, 1, 2}


EXPECTED = {  # standards 3.4: expected marks at this chance to be right
    (0.70, 1): 0.70,
    (0.70, 2): 0.80,
    (0.70, 3): 0.30,
    (0.85, 1): 0.85,
    (0.85, 2): 1.40,
    (0.85, 3): 1.65,
}


@pytest.mark.parametrize(("chance", "level"), EXPECTED)
def test_certainty_marks_pay_honesty_as_published(chance, level):
    marks = chance * certainty_mark(level, True) + (1 - chance) * certainty_mark(level, False)
    assert marks == pytest.approx(EXPECTED[chance, level])


def answered(content, right):
    attempt = Attempt(content)
    for number, question in enumerate(content.questions):
        if number < right:
            attempt = attempt.answer(question.id, question.key())
    return attempt


def test_passing_needs_enough_points_and_what_must_be_right():
    last = QUIZ.questions[-1].id
    enough = quiz({"pass_percent": 80})
    assert answered(enough, len(QUIZ.questions) - 1).passed
    assert not answered(enough, 3).passed
    assert not answered(
        quiz({"pass_percent": 80, "must_be_right": [last]}), len(QUIZ.questions) - 1
    ).passed
    assert answered(quiz(), 0).passed is None
