"""The walk through a quiz: one at a time, back, the end, trying again; and the other modes."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from teachback.questions import QuestionSet
from tests.browser.answering import answer_by_mouse, card, check
from tests.browser.gallery import open_quiz
from tests.questions.every_type import QUIZ

PLAIN = [QUIZ.question(one) for one in ("multiple_choice", "select_all", "cloze")]


def quiz(questions: Any = PLAIN, policy: dict[str, Any] | None = None, **more: Any) -> QuestionSet:
    values = {"id": "walk", "title": "Walk", "intro": "Walk.", "audience": "nurse", **more}
    dumped = [one.model_dump(mode="json", exclude_none=True) for one in questions]
    return QuestionSet.model_validate({**values, "questions": dumped, "policy": policy or {}})


def visible(page: Page) -> list[str]:
    shown = "all => all.filter(x => x.checkVisibility()).map(x => x.dataset.question)"
    found: list[str] = page.locator("[data-question]").evaluate_all(shown)
    return found


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def answer(page: Page, *questions: Any, mode: str = "practice") -> None:
    for question in questions:
        answer_by_mouse(page, question)
        if mode == "practice":
            check(page, question)


def test_one_question_at_a_time_tells_where_one_is_and_moves_focus(page: Page) -> None:
    open_quiz(page, quiz(policy={"one_at_a_time": True}))
    status = page.locator(".tb-progress")
    for place, question in enumerate(PLAIN, start=1):
        assert visible(page) == [question.id]
        expect(status).to_contain_text(f"Question {place} of 3.")
        if place < len(PLAIN):
            press(page, "Next question")
            focused = page.evaluate("document.activeElement.textContent")
            assert focused == f"Question {place + 1} of 3"
    press(page, "Back")
    assert visible(page) == [PLAIN[1].id]
    press(page, "Show all questions on one page")
    assert visible(page) == [one.id for one in PLAIN]


def test_a_reload_leads_back_to_the_same_place_with_the_same_answers(page: Page) -> None:
    open_quiz(page, quiz(policy={"one_at_a_time": True}))
    answer(page, PLAIN[0])
    press(page, "Next question")
    page.reload()
    assert visible(page) == [PLAIN[1].id]
    press(page, "Back")
    expect(card(page, PLAIN[0]).locator(".tb-verdict")).to_have_text("Right.")


def test_the_end_names_what_was_missed_and_lets_just_that_be_tried_again(page: Page) -> None:
    open_quiz(page, quiz())
    expect(page.locator(".tb-outcome")).to_be_hidden()
    answer(page, *PLAIN[1:])
    card(page, PLAIN[0]).locator("input").nth(1).check()
    check(page, PLAIN[0])
    end = page.locator(".tb-outcome")
    expect(end).to_contain_text("You answered 2 of 3 fully right.")
    expect(end.locator(".tb-missed")).to_contain_text(PLAIN[0].ask)
    press(page, "Try the missed ones again")
    assert visible(page) == [PLAIN[0].id]
    expect(card(page, PLAIN[0]).locator("input:checked")).to_have_count(0)
    answer(page, PLAIN[0])
    expect(end).to_contain_text("You answered 1 of 1 fully right.")


def test_before_and_after_questions_show_no_reason_until_the_end(page: Page) -> None:
    open_quiz(page, quiz(policy={"mode": "check"}))
    answer(page, *PLAIN[:2], mode="check")
    assert page.locator(".tb-verdict").count() == 0
    press(page, "Show how I did")
    expect(page.locator(".tb-notice")).to_contain_text("Still open: question 3.")
    assert page.locator(".tb-verdict").count() == 0
    press(page, "Show how I did")
    expect(page.locator(".tb-verdict")).to_have_count(2)
    expect(page.locator(".tb-outcome")).to_contain_text("You answered 2 of 3 fully right.")
    assert page.evaluate("document.activeElement.textContent") == "How it went"
    page.reload()
    expect(page.locator(".tb-verdict")).to_have_count(2)


def test_a_hint_shows_only_when_asked_for(page: Page) -> None:
    hinted = PLAIN[0].model_copy(update={"hint": "Think of the legs."})
    open_quiz(page, quiz([hinted]))
    assert "Think of the legs." not in page.locator("main").inner_text()
    press(page, "Give me a hint")
    expect(page.locator(".tb-hint-shown")).to_have_text("Hint: Think of the legs.")
    open_quiz(page, quiz([hinted], {"hints": False}))
    assert page.get_by_role("button", name="Give me a hint").count() == 0


def test_after_the_last_attempt_a_question_is_closed_and_says_so(page: Page) -> None:
    open_quiz(page, quiz(policy={"attempts": 2, "right_answer": "after_attempts"}))
    place = card(page, PLAIN[0])
    for attempt in (1, 2):
        place.locator("input").nth(attempt).check()
        check(page, PLAIN[0])
        shown = place.locator(".tb-reasons")
        assert ("Better: Call the team now." in shown.inner_text()) == (attempt == 2)
    expect(place).to_contain_text("That was the last try")
    expect(place.locator("input").first).to_be_disabled()
    assert page.evaluate("document.activeElement !== document.body")


def test_the_right_action_of_a_safety_question_shows_whatever_the_policy(page: Page) -> None:
    safety = PLAIN[0].model_copy(update={"red_flag": True})
    open_quiz(page, quiz([safety], {"right_answer": "never"}))
    card(page, safety).locator("input").nth(1).check()
    check(page, safety)
    expect(card(page, safety)).to_contain_text("What to do: Call the team now.")


def test_how_sure_one_was_is_weighed_and_sure_but_wrong_is_listed(page: Page) -> None:
    open_quiz(page, quiz(PLAIN[:2], {"confidence": True}))
    card(page, PLAIN[0]).locator("fieldset.tb-multiple, .tb-pick_one input").nth(1).check()
    check(page, PLAIN[0])
    expect(card(page, PLAIN[0])).to_contain_text("Say how sure you are first.")
    card(page, PLAIN[0]).get_by_label("Sure", exact=True).check()
    check(page, PLAIN[0])
    answer_by_mouse(page, PLAIN[1])
    card(page, PLAIN[1]).get_by_label("Fairly sure").check()
    check(page, PLAIN[1])
    end = page.locator(".tb-outcome")
    expect(end).to_contain_text("Marks weighed by certainty: -4.")
    expect(end).to_contain_text("0 of 1 right")
    expect(end.get_by_role("heading", name="Sure, but not right")).to_be_visible()


def test_another_turn_asks_the_variants_and_draws_the_next(page: Page) -> None:
    variant = PLAIN[0].model_copy(update={"id": "again", "variant_of": PLAIN[0].id})
    content = quiz([PLAIN[0], variant, PLAIN[2]])
    open_quiz(page, content)
    assert visible(page) == [one.id for one in content.drawn(0)]
    answer(page, PLAIN[0], PLAIN[2])
    press(page, "Try with other questions")
    assert visible(page) == [one.id for one in content.drawn(1)]
    assert visible(page) != [one.id for one in content.drawn(0)]


@pytest.mark.parametrize("draw", [1, 2, 3])
def test_the_browser_draws_the_questions_that_python_draws(page: Page, draw: int) -> None:
    content = quiz(policy={"draw": draw})
    open_quiz(page, content)
    for turn in range(4):
        assert visible(page) == [one.id for one in content.drawn(turn)]
        answer(page, *content.drawn(turn))
        if draw < len(PLAIN):
            press(page, "Try with other questions")
