"""Forms follow the blueprint, are alike, and share nothing; what is missing is counted."""

from dataclasses import replace

import pytest

from teachback.attempt import Attempt, outcome
from teachback.content import exam_forms, exam_mistakes, story_question
from teachback.questions import Exam
from teachback.triage import RANKS, StorySet
from tests.questions.drawn import CALLS, CORD, DRUGS, EXAM, TOPIC, bank, item, topic_with


@pytest.mark.parametrize("seed", range(50))
def test_forms_follow_the_blueprint_and_share_no_item(seed):
    first, second = exam_forms(topic_with(), EXAM, str(seed))
    ids = [one.id for form in (first, second) for one in form.questions]
    assert len(ids) == len(set(ids)) == 2 * EXAM.items == 28
    for form in (first, second):
        cord = [one for one in form.questions if one.id.startswith("cord")]
        calls = [one for one in form.questions if one.id.startswith("call")]
        assert (len(cord), sum(one.red_flag for one in cord)) == (6, 3)
        assert (len(calls), sum(one.red_flag for one in calls)) == (4, 2)
        assert set(form.policy.must_be_right) == {q.id for q in form.questions if q.red_flag}
        assert form.policy.mode == "exam"


def test_a_seed_repeats_the_forms_and_another_draws_others():
    def ids(seed):
        return [[one.id for one in form.questions] for form in exam_forms(topic_with(), EXAM, seed)]

    assert ids("1") == ids("1")
    assert ids("1") != ids("2")


def test_what_is_missing_is_counted_with_its_kind():
    short = topic_with(cord=CORD[2:], calls=CALLS[:-1])
    cord, calls = exam_mistakes(short, EXAM)
    assert cord.startswith("'Cord compression' needs 3 red-flag items on each of 2 forms, none")
    assert cord.endswith("found 5, write 1 more")
    assert calls.startswith("'Calls' needs 2 other items on each of 2 forms")
    with pytest.raises(ValueError, match=r"write 1 more; 'Calls'"):
        exam_forms(short, EXAM, "1")


def test_a_bank_that_is_practised_unknown_or_doubled_is_refused():
    found = list(exam_mistakes(topic_with(mode="practice"), EXAM))
    assert "bank 'test_emergencies' is practised" in found[0]
    missing = EXAM.model_copy(update={"banks": ("nowhere",)})
    assert list(exam_mistakes(topic_with(), missing)) == [
        "bank 'nowhere' is no quiz of this topic; correct it"
    ]
    double = topic_with(drugs=[*DRUGS, item("cord1", "OBJ-13")])
    assert "item id 'cord1' stands in two banks" in next(iter(exam_mistakes(double, EXAM)))


def test_stories_for_practice_never_come_into_a_test():
    told = StorySet(id="t", use="practice", stories=tuple(CALLS))
    topic = replace(topic_with(), stories={"t": told})
    assert any("'Calls'" in one for one in exam_mistakes(topic, EXAM))


@pytest.mark.parametrize("story", CALLS, ids=lambda story: story.id)
def test_a_call_is_marked_as_the_rules_decide_and_a_missed_emergency_is_named(story):
    question = story_question(TOPIC, story)
    assert question.key() == story.level
    assert question.red_flag == (story.level == "EMERGENCY_NOW")
    assert tuple(option.id for option in question.options) == tuple(RANKS)
    lower = question.reasons()["NEXT_VISIT"]
    assert lower.startswith("Under-triage of an emergency.") == question.red_flag


def attempt_with(wrong=()):
    (form, _) = exam_forms(topic_with(), EXAM, "1")
    attempt = Attempt(form)
    for one in form.questions:
        other = next(option.id for option in one.options if option.id != one.key())
        attempt = attempt.answer(one.id, other if one.id in wrong else one.key())
    return form, attempt


def test_a_pass_needs_eighty_percent_every_red_flag_and_every_emergency():
    form, attempt = attempt_with()
    plain = [one.id for one in form.questions if not one.red_flag]
    red = [one.id for one in form.questions if one.red_flag and one.id.startswith("cord")]
    calls = [one.id for one in form.questions if one.red_flag and one.id.startswith("call")]
    assert outcome(attempt).passed
    assert outcome(attempt_with(plain[:2])[1]).passed  # 12 of 14: 85 of 100
    assert not outcome(attempt_with(plain[:3])[1]).passed  # 11 of 14: 78 of 100
    one_flag = outcome(attempt_with(red[:1])[1])
    assert (one_flag.passed, one_flag.missed, one_flag.under_triaged) == (False, (red[0],), ())
    call = outcome(attempt_with(calls[:1])[1])
    assert (call.passed, call.under_triaged) == (False, (calls[0],))


def test_an_emergency_missed_in_a_table_is_under_triage_too():
    columns = [{"id": "EMERGENCY_NOW", "text": "Now"}, {"id": "SAME_DAY", "text": "Today"}]
    rows = [
        {"id": "legs", "text": "Legs", "right": ["EMERGENCY_NOW"], "why": "Cord."},
        {"id": "rib", "text": "Rib", "right": ["SAME_DAY"], "why": "Bone."},
    ]
    table = {"id": "table", "type": "matrix_multiple_choice", "ask": "When?"}
    table |= {"facts": ["FACT-10"], "columns": columns, "rows": rows}
    attempt = Attempt(bank("x", table))
    early = attempt.answer("table", {"legs": "EMERGENCY_NOW", "rib": "EMERGENCY_NOW"})
    late = attempt.answer("table", {"legs": "SAME_DAY", "rib": "SAME_DAY"})
    assert (early.under_triaged, late.under_triaged) == ((), ("table",))
    assert attempt.under_triaged == ("table",)  # left open


@pytest.mark.parametrize(
    "cell",
    [
        {"name": "x", "items": 3},
        {"name": "x", "objectives": ["OBJ-05"]},
        {"name": "x", "objectives": ["OBJ-05"], "items": 2, "red_flags": 3},
        {"name": "x", "stories": 2, "objectives": ["OBJ-05"], "items": 2},
        {"name": "x", "stories": 1, "emergencies": 2},
    ],
)
def test_a_line_that_cannot_be_drawn_is_refused(cell):
    with pytest.raises(ValueError, match=r"needs 'objectives'|cannot have more"):
        Exam.model_validate({**EXAM.model_dump(), "cells": [cell]})


def test_a_test_before_and_after_has_two_forms_of_the_same_make():
    before_after = EXAM.model_copy(update={"mode": "check", "id": "before_after"})
    before, after = exam_forms(topic_with(mode="check"), before_after, "class")
    assert (before.id, after.id) == ("before_after-before", "before_after-after")
    assert (before.policy.mode, before.policy.pass_percent) == ("check", None)
    with pytest.raises(ValueError, match="two forms"):
        Exam.model_validate({**EXAM.model_dump(), "mode": "check", "forms": 3})
