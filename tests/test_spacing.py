"""Missed questions come again at about 1, 3, 7 and 21 days, and the browser looks the days up."""

from itertools import product

import pytest

from teachback import SpacedReview, load_topic
from teachback.spacing import LEARNED, LONGEST, days_after, intervals
from tests.javascript import call

TOPIC = load_topic("bone_metastasis")
SHEET = {"intervals": intervals(), "longest": LONGEST, "learned": LEARNED}


def test_remembered_each_time_it_comes_at_about_one_three_seven_and_twenty_one_days():
    days = [SHEET["intervals"]["m" + "r" * n] for n in range(4)]
    for found, wanted in zip(days, (1, 3, 7, 21), strict=True):
        assert abs(found - wanted) <= max(1, wanted // 5)


def test_a_miss_brings_it_back_tomorrow_and_what_is_remembered_waits_longer():
    table = SHEET["intervals"]
    for history, days in table.items():
        assert days >= 1
        if history.endswith("m"):
            assert days == 1
        if history + "r" in table:
            assert table[history + "r"] >= days


def test_the_table_is_what_the_fsrs_package_says():
    assert len(SHEET["intervals"]) == 2**LONGEST - 1
    for history in ("m", "mrm", "mrrrr", "mmmrrr"):
        assert SHEET["intervals"][history] == days_after(history)


def test_every_history_has_its_days_however_long():
    for rest in product("mr", repeat=8):
        history = "m" + "".join(rest)
        short = history if len(history) <= LONGEST else history[0] + history[1 - LONGEST :]
        assert call("daysAfter", SHEET, history) == SHEET["intervals"][short]


def test_a_card_walks_through_its_days_by_a_clock_of_its_own_until_it_is_learned():
    cards, today = call("withMissed", SHEET, {}, ["quiz/a"], 100), 100
    met = []
    while cards["quiz/a"]:
        assert call("dueCards", cards, cards["quiz/a"]["due"] - 1) == []
        met.append(cards["quiz/a"]["due"] - today)
        today = cards["quiz/a"]["due"]
        assert call("dueCards", cards, today) == ["quiz/a"]
        cards["quiz/a"] = call("afterAnswer", SHEET, cards["quiz/a"], True, today)
    assert met == [1, 2, 7, 21, 57]


def test_a_card_that_is_there_keeps_its_day_when_it_is_missed_again_elsewhere():
    cards = {"quiz/a": {"history": "mrr", "due": 120}}
    assert call("withMissed", SHEET, cards, ["quiz/a"], 110) == cards


@pytest.mark.parametrize(
    "card", [None, 5, {}, {"history": "x", "due": 1}, {"history": "m", "due": "1"}, {"due": 1}]
)
def test_what_is_no_card_is_left_out(card):
    assert call("keptCards", ["a"], {"a": card, "b": {"history": "m", "due": 1}}) == {}


def test_only_what_nurses_practise_comes_and_never_a_question_of_a_test():
    keys = {quiz["key"] for quiz in SpacedReview(TOPIC).sheet["quizzes"]}
    assert "nurse_cord_compression" in keys
    for key in keys:
        quiz = TOPIC.quizzes[key]
        assert (quiz.audience, quiz.policy.mode, quiz.case) == ("nurse", "practice", None)


def test_on_a_shared_device_nothing_is_offered_to_stay():
    shared = TOPIC.deployment.model_copy(update={"shared_device": True})
    topic = type(TOPIC)(**{**vars(TOPIC), "deployment": shared})
    assert SpacedReview(TOPIC).sheet["offer"] is True
    assert SpacedReview(topic).sheet["offer"] is False
