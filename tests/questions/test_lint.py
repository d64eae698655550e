"""A bank is linted: guessable keys, lazy options, double questions, reasons too long."""

import random

import pytest

from benchmarks.bank import question
from teachback.questions import QuestionSet, lint


def bank(questions, **more):
    values = {"id": "bank", "title": "Bank", "intro": "Bank.", "questions": list(questions)}
    return QuestionSet.model_validate(values | more)


def generated(count, place=None, key_words=""):
    source = random.Random(1)
    for number in range(count):
        one = question(number if place is None else 4 * number + place, source) | {
            "id": f"n{number}"
        }
        for option in one["options"]:
            if "right" in option:
                option["right"] = key_words + option["right"]
        yield one


def messages(*quizzes):
    return [finding.message for finding in lint(quizzes)]


def test_a_good_bank_has_nothing_to_mend():
    assert messages(bank(generated(40))) == []


def test_a_favourite_place_of_the_key_is_named():
    found = messages(bank(generated(40, place=2)))
    assert any("option 3 is right in 40 of 40" in one for one in found)


def test_a_key_that_is_the_longest_option_is_named():
    found = messages(bank(generated(40, key_words="a much longer wording than any other, ")))
    assert any("is the longest in 40 of 40" in one for one in found)


def test_a_small_quiz_has_no_favourite_place():
    assert messages(bank(generated(11, place=2))) == []


@pytest.mark.parametrize(
    "words", ["All of the above", "None of these", "Both of them", "both a and b"]
)
def test_an_option_that_stands_for_others_is_named(words):
    one = next(generated(1))
    one["options"][1]["wrong"] = words
    assert any("stands for other options" in message for message in messages(bank([one])))


@pytest.mark.parametrize(
    ("ask", "named"),
    [("Which is not a sign?", True), ("Which is NOT a sign?", False), ("Not now. Which?", False)],
)
def test_a_negative_stem_is_named_unless_in_capitals(ask, named):
    one = next(generated(1)) | {"ask": ask}
    assert any("what is not so" in message for message in messages(bank([one]))) == named


@pytest.mark.parametrize(("count", "named"), [(2, True), (3, False), (5, False), (6, True)])
def test_three_to_five_options(count, named):
    one = next(generated(1))
    first, *others = one["options"]
    others = [dict(others[0], id=f"o{n}", wrong=f"Other {n}.") for n in range(count - 1)]
    one["options"] = [first, *others]
    assert any("3 to 5" in message for message in messages(bank([one]))) == named


def test_a_question_asked_twice_is_named_wherever_it_stands():
    one, two, *_ = generated(5)
    again = one | {"id": "again", "options": one["options"][::-1]}
    first, second = bank([one, two]), bank([again], id="other")
    assert any("asks the same as bank/n0" in message for message in messages(first, second))
    assert any("stands twice" in message for message in messages(first, bank([two])))


def test_a_reason_for_patients_has_at_most_fifty_words():
    one = next(generated(1))
    one["options"][0]["why"] = "word " * 51
    assert any("51 words" in message for message in messages(bank([one])))
    assert messages(bank([one], audience="nurse")) == []


def test_a_scale_that_would_be_mixed_is_named():
    one = next(generated(1))
    one["options"] = [
        {"id": f"o{n}", "right" if n == 2 else "wrong": f"{n} hours", "why": "x."} for n in range(4)
    ]
    mixed = {"policy": {"shuffle": True}}
    assert any("ordered: true" in message for message in messages(bank([one], **mixed)))
    assert messages(bank([one])) == []
    assert messages(bank([one | {"ordered": True}], **mixed)) == []


@pytest.mark.parametrize(
    ("intro", "policy", "named"),
    [
        ("Five questions on pain.", {}, False),
        ("Here are four short questions.", {}, True),
        ("Two questions, the next two next time.", {"draw": 2}, False),
        ("One question of many.", {"draw": 2}, True),
        ("Short questions.", {}, False),
    ],
)
def test_an_introduction_that_counts_its_questions_counts_those_that_are_asked(
    intro, policy, named
):
    quiz = bank(generated(5), intro=intro, policy=policy)
    assert any("are asked" in message for message in messages(quiz)) == named
