"""A test with attempts: the kernel marks it, another form once, a certificate after a pass."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from ipywidgets import Widget

from teachback import Exam
from teachback.certificate import read_key, verify
from tests.questions.drawn import TOPIC, topic_with
from tests.views.test_exam import KEY_WORDS, keys_in, send

START = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_widget_stays_alive(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    yield
    Widget.close_all()


class Clock:
    def __init__(self):
        self.now = START

    def __call__(self):
        return self.now


def exam(clock=None, seed="1"):
    return Exam(topic_with(), "final_test", seed=seed, now=clock or Clock())


def answers(widget, wrong=()):
    """Return answers by id: right, but for the questions named."""
    return {
        one.id: next(
            option.id for option in one.options if (option.right is None) == (one.id in wrong)
        )
        for one in widget.attempt.quiz.questions
    }


def red(widget):
    return next(one.id for one in widget.attempt.quiz.questions if one.red_flag)


def failed():
    widget = exam()
    send(widget, answers=answers(widget, {red(widget)}), handed_in=True)
    return widget


def passed(clock=None):
    widget = exam(clock)
    send(widget, started=True)
    send(widget, answers=answers(widget), handed_in=True)
    return widget


def test_nothing_of_the_key_and_no_red_flag_shows_before_handing_in():
    widget = exam()
    send(widget, answers=answers(widget))
    sheet = widget.get_state()["sheet"]
    assert not KEY_WORDS & set(keys_in(sheet["questions"]))
    assert (sheet["policy"]["must"], sheet["policy"]["pass"]) == ([], None)
    assert (widget.verdict, widget.certificate, widget.result) == ({}, {}, {})


def test_a_missed_red_flag_is_named_and_another_form_is_offered_once():
    widget = failed()
    assert (widget.verdict["passed"], widget.verdict["again"]) == (False, True)
    assert any("missed: 1" in line or "emergency: 1" in line for line in widget.verdict["lines"])
    first = {one["id"] for one in widget.sheet["questions"]}
    send(widget, again=2)
    second = {one["id"] for one in widget.sheet["questions"]}
    assert not first & second
    assert (widget.sheet["attempt"], widget.handed_in, widget.result) == (2, False, {})
    assert dict(widget.attempt.answers) == {}
    send(widget, answers=answers(widget, {red(widget)}), handed_in=True)
    assert widget.verdict["again"] is False
    send(widget, again=3)
    assert widget.sheet["attempt"] == 2


@pytest.mark.parametrize("value", [1, 3, True, "2", None])
def test_only_the_next_attempt_can_be_asked_for(value):
    widget = failed()
    send(widget, again=value)
    assert (widget.sheet["attempt"], widget.handed_in) == (1, True)


def test_an_attempt_cannot_be_left_before_it_is_handed_in_or_after_a_pass():
    for widget in (exam(), passed()):
        send(widget, again=2)
        assert widget.sheet["attempt"] == 1


def test_the_second_attempt_counts_by_itself():
    widget = failed()
    send(widget, again=2)
    send(widget, answers=answers(widget), handed_in=True)
    send(widget, name="Ada Byron")
    assert dict(widget.certificate["lines"])["Attempt"] == "2"


def test_the_certificate_can_be_verified_and_says_what_was_done():
    clock = Clock()
    widget = exam(clock)
    clock.now += timedelta(minutes=10)  # the page lay open
    send(widget, started=True)
    clock.now += timedelta(minutes=31)
    send(widget, started=True)
    send(widget, answers=answers(widget), handed_in=True)
    send(widget, name="  Ada  Byron ")
    given = widget.certificate
    told = dict(given["lines"])
    assert given["title"] == "Certificate of completion - no nursing contact hours awarded"
    assert (told["Participant"], told["Minutes at the test"]) == ("Ada Byron", "31")
    assert told["Reviewer"] == ""
    proved = verify(given["code"], read_key(None))
    assert (proved.learner, proved.points, proved.maximum) == ("Ada Byron", 14, 14)
    assert (proved.day, proved.minutes) == ("2026-11-25", 31)
    assert TOPIC.objectives["OBJ-13"].text.rstrip(".") in told["Outcomes met"]
    assert json.dumps(widget.get_state()["certificate"])


@pytest.mark.parametrize("make", [exam, failed])
def test_without_a_pass_there_is_no_certificate(make):
    widget = make()
    send(widget, name="Ada Byron")
    assert widget.certificate == {}


def test_a_certificate_that_a_browser_makes_up_is_not_taken():
    widget = failed()
    send(widget, certificate={"code": "X"}, verdict={"passed": True})
    assert (widget.certificate, widget.verdict["passed"]) == ({}, False)


@pytest.mark.parametrize("name", ["", "<i>x</i>", 7, None])
def test_a_name_that_cannot_be_is_refused_in_words(name):
    widget = passed()
    send(widget, name=name)
    assert "2 to 60 letters" in widget.certificate["refused"]
    send(widget, name="Ada Byron")
    assert widget.certificate["code"]


def test_a_site_without_a_key_says_so_and_tells_no_path(tmp_path):
    widget = passed()
    gone = str(tmp_path / "gone.key")
    widget._topic = type(TOPIC)(
        **{
            **vars(widget._topic),
            "deployment": TOPIC.deployment.model_copy(update={"certificate_key": gone}),
        }
    )
    send(widget, name="Ada Byron")
    assert "cannot make certificates" in widget.certificate["refused"]
    assert gone not in json.dumps(widget.certificate)


def test_the_key_is_never_in_the_state():
    widget = passed()
    send(widget, name="Ada Byron")
    key = read_key(None).decode()
    state = {name: value for name, value in widget.get_state().items() if name != "layout"}
    assert key not in json.dumps(state, default=str)


def test_the_repr_is_short_and_the_same():
    assert repr(exam()) == "Exam('final_test', 14 items, 2 attempts)"
