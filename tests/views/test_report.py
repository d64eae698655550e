"""Reports hide what could point at a person, and say where numbers come from."""

import pytest

from teachback import BeforeAfter, GainReport, ItemReport, load_topic
from teachback.analysis import analyse, attempts, class_gain, generated_cohort

TOPIC = load_topic("bone_metastasis")
NAME = "nurse_before_and_after"


def table(learners):
    rows = [
        (f"l{n}", item, float(n % 2), 1.0, "a" if n else "b")
        for n in range(learners)
        for item in "xy"
    ]
    names = ("learner", "item", "score", "maximum", "choice")
    return attempts(dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)))


def test_what_fewer_than_five_did_is_hidden():
    few, more = (ItemReport(analyse(table(n))).html() for n in (4, 8))
    assert "0.50" not in few
    assert "a: " not in few
    assert "a: 88 of 100" in more
    assert "b: fewer than 5 people" in more


def test_a_generated_cohort_is_labelled_on_the_page():
    assert (
        "Made by a formula, not by people." in ItemReport(analyse(generated_cohort(30, 5))).html()
    )
    assert "Made by a formula" not in ItemReport(analyse(table(8))).html()


def test_the_gain_of_a_class_shows_its_interval_and_a_small_class_shows_nothing():
    before = {f"l{n}": 40.0 + n for n in range(6)}
    after = {name: value + 30 for name, value in before.items() if name != "l5"}
    html = GainReport(class_gain(before, after)).html()
    assert "5 learners have both results; 1 have none" in html
    assert "Mean difference (95% CI)" in html
    assert "30.0 (30.0 to 30.0)" in html
    assert "0.52 (medium)" in html
    small = GainReport(class_gain({"l1": 10}, {"l1": 90})).html()
    assert "nothing is shown" in small
    assert "90" not in small


def test_the_two_forms_share_no_question_and_are_the_same_for_everybody():
    before, after = (
        BeforeAfter(TOPIC, "nurse_before_and_after", one) for one in ("before", "after")
    )
    ids = [{one["id"] for one in form.sheet["questions"]} for form in (before, after)]
    assert not ids[0] & ids[1]
    assert len(ids[0]) == len(ids[1]) == TOPIC.exams[NAME].items
    assert (before.sheet["other"], after.sheet["other"]) == (
        after.sheet["key"],
        before.sheet["key"],
    )
    assert BeforeAfter(TOPIC, "nurse_before_and_after", "before").sheet == before.sheet


@pytest.mark.parametrize(("exam", "when"), [("nurse_test", "before"), (NAME, "x")])
def test_a_test_for_marks_has_no_before_and_after(exam, when):
    with pytest.raises(ValueError, match="mode check"):
        BeforeAfter(TOPIC, exam, when)
