"""The quiz widget takes answers and nothing else, and takes them checked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ipywidgets import Widget

from teachback import Checklist, Quiz, load_topic

TOPIC = load_topic("bone_metastasis")
CONTENT = TOPIC.quizzes["signs_to_know"]
ONE = next(question for question in CONTENT.questions if question.type == "multiple_choice")
MANY = next(
    question for question in CONTENT.questions if question.type == "multiple_response_select_all"
)
VALID = {ONE.id: ONE.key(), MANY.id: list(MANY.key())}


@pytest.fixture(autouse=True)
def no_widget_stays_alive():
    yield
    Widget.close_all()


def send(widget, **state):
    widget._handle_msg({"content": {"data": {"method": "update", "state": state}}})


def test_answers_from_the_browser_become_an_attempt():
    quiz = Quiz(TOPIC, "signs_to_know")
    send(quiz, answers=VALID)
    assert quiz.attempt.answers == {ONE.id: ONE.key(), MANY.id: MANY.key()}
    assert quiz.answers == VALID
    assert quiz.attempt.score == sum(q.scoring().maximum for q in (ONE, MANY))


def test_clearing_in_python_clears_what_the_browser_shows():
    quiz = Quiz(TOPIC, "signs_to_know")
    send(quiz, answers=VALID)
    quiz.clear()
    assert (dict(quiz.attempt.answers), quiz.answers) == ({}, {})


BAD = {
    "a number": 5,
    "nothing": None,
    "a list": [1, 2],
    "a word": "x" * 1_000_000,
    "an unknown question": {"nobody": "a"},
    "an unknown option": {ONE.id: "nobody"},
    "markup": {ONE.id: "<img src=x onerror=alert(1)>"},
    "a megabyte": {ONE.id: "x" * 1_000_000},
    "the wrong shape": {MANY.id: ONE.key()},
    "one bad among good": {**VALID, "nobody": "a"},
    "a deep value": {MANY.id: [[[]]]},
}


@pytest.mark.parametrize("answers", BAD.values(), ids=BAD)
def test_answers_that_cannot_be_change_nothing(answers, caplog):
    quiz = Quiz(TOPIC, "signs_to_know")
    send(quiz, answers=VALID)
    before = (quiz.attempt, quiz.answers)
    send(quiz, answers=answers)
    assert (quiz.attempt, quiz.answers) == before
    assert "refused" in caplog.text
    assert len(caplog.text) < 1000


@pytest.mark.parametrize("name", ["sheet", "_esm", "_css", "attempt", "layout", "nobody"])
def test_nothing_but_answers_can_be_set_from_a_browser(name, caplog):
    quiz = Quiz(TOPIC, "signs_to_know")
    before = dict(quiz.get_state())
    send(quiz, **{name: {"max": 99}})
    assert dict(quiz.get_state()) == before
    assert "refused" in caplog.text


def test_a_checklist_takes_nothing_at_all(caplog):
    checklist = Checklist(TOPIC)
    before = checklist.get_state()
    send(checklist, answers={"spine_pain": "yes"}, findings={"spine_pain": "yes"})
    assert checklist.get_state() == before
    assert "refused" in caplog.text


messages = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["content", "data", "method", "state", "answers", "buffers", ONE.id]),
            inner | st.sampled_from(["update", "custom", "request_state"]),
        )
    ),
)


@given(message=messages)
def test_no_message_raises(message):
    quiz = Quiz(TOPIC, "signs_to_know")
    quiz._handle_msg(message)
    assert set(quiz.attempt.answers) <= {ONE.id}
    quiz.close()


def test_a_widget_shows_a_short_name_that_stays_the_same():
    assert (
        repr(Quiz(TOPIC, "signs_to_know"))
        == f"Quiz('signs_to_know', {len(CONTENT.questions)} questions)"
    )
    assert repr(Checklist(TOPIC)) == f"Checklist({len(TOPIC.checklist.symptoms)} symptoms)"
