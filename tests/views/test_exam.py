"""A test keeps its key in the kernel until it is handed in, and is handed in once."""

import json

import pytest
from ipywidgets import Widget

from teachback import Quiz, load_topic
from teachback.questions import QuestionSet
from tests.questions.every_type import QUIZ, plain

TOPIC = load_topic("bone_metastasis")
EXAM = QuestionSet.model_validate(
    QUIZ.model_dump(mode="json", exclude_none=True)
    | {"policy": {"mode": "exam", "confidence": True, "pass_percent": 80}}
)
KEY_WORDS = {"groups", "ranges", "reasons", "max", "redFlag", "sources", "why", "right"}


@pytest.fixture(autouse=True)
def no_widget_stays_alive():
    yield
    Widget.close_all()


def send(widget, **state):
    widget._handle_msg({"content": {"data": {"method": "update", "state": state}}})


def keys_in(value):
    if isinstance(value, dict):
        yield from value
        for one in value.values():
            yield from keys_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from keys_in(one)


def right_answers():
    return {one.id: plain(one.key()) for one in EXAM.questions}


def test_nothing_of_the_key_is_in_the_state_before_handing_in():
    quiz = Quiz(TOPIC, EXAM)
    send(quiz, answers=right_answers())
    state = quiz.get_state()
    sheet = state["sheet"]
    assert not KEY_WORDS & set(keys_in(sheet["questions"]))
    assert state["result"] == {}
    assert {one["hint"] for one in sheet["questions"]} == {None}
    text = json.dumps({"sheet": sheet, "result": state["result"]})
    whys = {why for one in EXAM.questions for why in one.reasons().values() if len(why) > 3}
    assert [why for why in whys if json.dumps(why) in text] == []


def test_handing_in_gives_marks_reasons_and_the_key():
    quiz = Quiz(TOPIC, EXAM)
    send(quiz, answers=right_answers(), handed_in=True)
    assert quiz.attempt.passed
    assert {name: one["score"] for name, one in quiz.result.items()} == {
        one.id: one.scoring().maximum for one in EXAM.questions
    }


def test_marks_are_told_by_objective():
    (first, *others) = EXAM.questions
    aimed = first.model_copy(update={"objective": "OBJ-07"})
    quiz = Quiz(TOPIC, EXAM.model_copy(update={"questions": (aimed, *others)}))
    send(quiz, answers={first.id: plain(first.key())}, handed_in=True)
    assert quiz.result[first.id]["objective"] == TOPIC.objectives["OBJ-07"].text
    assert quiz.attempt.by_objective() == {"OBJ-07": (1, 1)}


def test_what_comes_with_the_handing_in_counts_whatever_order_it_came_in():
    quiz = Quiz(TOPIC, EXAM)
    state = {"handed_in": True, "sure": {"select_n": 3}, "answers": right_answers()}
    send(quiz, **state)
    assert quiz.attempt.confidence == {"select_n": 3}
    assert quiz.attempt.score == EXAM.maximum


def test_a_test_is_handed_in_once():
    quiz = Quiz(TOPIC, EXAM)
    send(quiz, handed_in=True)
    send(quiz, answers=right_answers())
    send(quiz, handed_in=True)
    assert quiz.attempt.score == 0
    assert quiz.attempt.passed is False


@pytest.mark.parametrize("value", [False, 1, "yes", None, {}, []])
def test_only_true_hands_in(value):
    quiz = Quiz(TOPIC, EXAM)
    send(quiz, handed_in=value)
    assert (quiz.handed_in, quiz.result) == (False, {})


def test_a_practice_quiz_cannot_be_handed_in():
    quiz = Quiz(TOPIC, "signs_to_know")
    send(quiz, handed_in=True)
    assert not quiz.handed_in


@pytest.mark.parametrize("sure", [{"select_n": 4}, {"select_n": True}, {"nobody": 1}, [1], 3])
def test_confidence_that_cannot_be_changes_nothing(sure):
    quiz = Quiz(TOPIC, EXAM)
    send(quiz, answers=right_answers(), sure={"select_n": 2})
    send(quiz, sure=sure)
    assert quiz.attempt.confidence == {"select_n": 2}


def test_each_test_has_an_order_of_its_own_and_a_seed_repeats_it():
    orders = {tuple(q["id"] for q in Quiz(TOPIC, EXAM).sheet["questions"]) for _ in range(5)}
    assert len(orders) > 1
    assert Quiz(TOPIC, EXAM, seed="7").sheet == Quiz(TOPIC, EXAM, seed="7").sheet


def test_a_question_that_was_not_drawn_cannot_be_answered():
    drawn = EXAM.model_copy(update={"policy": EXAM.policy.model_copy(update={"draw": 3})})
    quiz = Quiz(TOPIC, drawn, seed="1")
    other = next(one.id for one in EXAM.questions if one.id not in quiz.attempt.asked)
    send(quiz, answers={other: right_answers()[other]})
    assert dict(quiz.attempt.answers) == {}
