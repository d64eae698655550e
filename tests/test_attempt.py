"""An attempt never changes; answering gives a new one."""

import pytest

from teachback import load_topic
from teachback.attempt import Attempt
from teachback.errors import AnswerError

QUIZ = load_topic("bone_metastasis").quizzes["signs_to_know"]


def answered(attempt):
    for question in QUIZ.questions:
        attempt = attempt.answer(question.id, question.key())
    return attempt


def test_all_right_answers_reach_the_maximum_and_leave_nothing_open():
    attempt = answered(Attempt(QUIZ))
    assert (attempt.score, attempt.unanswered) == (QUIZ.maximum, ())


def test_answering_leaves_the_attempt_before_it_as_it_was():
    first = Attempt(QUIZ)
    question = QUIZ.questions[0]
    first.answer(question.id, question.key())
    assert (first.score, len(first.unanswered)) == (0, len(QUIZ.questions))


def test_an_answer_can_be_changed():
    question = QUIZ.questions[0]
    wrong = next(one for one in question.control().ids if one != question.key())
    attempt = Attempt(QUIZ).answer(question.id, wrong).answer(question.id, question.key())
    assert attempt.mark(question.id).verdict == "right"


@pytest.mark.parametrize("answer", [("nobody", "a"), (QUIZ.questions[0].id, "no such option")])
def test_what_was_not_asked_cannot_be_answered(answer):
    with pytest.raises(AnswerError):
        Attempt(QUIZ).answer(*answer)
