"""Review in Chromium by a clock of its own: nothing stays unless asked, all can be deleted."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from teachback import SpacedReview, load_topic
from tests.browser.answering import answer_by_mouse
from tests.browser.gallery import ADDRESS, open_sheet

TOPIC = load_topic("bone_metastasis")
SHEET: dict[str, Any] = SpacedReview(TOPIC).sheet
QUIZ = TOPIC.quizzes["nurse_cord_compression"]
MISSED: Any = next(one for one in QUIZ.questions if one.type == "multiple_choice")
START = dt.datetime(2026, 11, 25, 9, 0, tzinfo=dt.UTC)
MISS = "([name, state]) => sessionStorage.setItem(name, JSON.stringify(state))"


def miss(page: Page) -> None:
    """Leave in this tab what practice leaves when a question was missed."""
    wrong = next(option.id for option in MISSED.options if option.right is None)
    state = {"chosen": {MISSED.id: wrong}, "checked": {MISSED.id: True}, "tries": {MISSED.id: 1}}
    page.evaluate(MISS, [f"teachback:/practice:quiz:{QUIZ.id}", state])
    page.reload()


def later(page: Page, days: int) -> None:
    """Come back after so many days."""
    now = page.evaluate("Date.now()") / 1000
    page.clock.set_fixed_time(dt.datetime.fromtimestamp(now, dt.UTC) + dt.timedelta(days=days))
    page.reload()


def begin(page: Page) -> None:
    page.clock.set_fixed_time(START)
    open_sheet(page, SHEET)
    expect(page.locator(".tb-progress")).to_contain_text("No cards.")
    miss(page)


def on_device(page: Page) -> Any:
    return page.evaluate("Object.fromEntries(Object.entries(localStorage))")


def answer_rightly(page: Page) -> None:
    answer_by_mouse(page, MISSED)
    page.get_by_role("button", name="Check my answer").click()
    expect(page.locator(".tb-verdict")).to_have_text("Right.")
    page.get_by_role("button", name="Next card").click()


def test_a_missed_question_comes_after_1_2_7_and_21_days(page: Page) -> None:
    begin(page)
    status = page.locator(".tb-review .tb-progress")
    expect(status).to_have_text("Nothing due today. 1 card waits. It is due tomorrow.")
    for days, then in ((1, 2), (2, 7), (7, 21), (21, 57)):
        later(page, days - 1) if days > 1 else None
        expect(page.locator("[data-question]")).to_have_count(0)
        later(page, 1)
        expect(status).to_have_text("Due today: 1 of 1.")
        answer_rightly(page)
        expect(status).to_contain_text(f"It is due in {then} days.")


def test_a_card_missed_again_comes_tomorrow_with_its_reason(page: Page) -> None:
    begin(page)
    later(page, 1)
    wrong = next(option for option in MISSED.options if option.right is None)
    page.locator(f'input[value="{wrong.id}"]').check()
    page.get_by_role("button", name="Check my answer").click()
    expect(page.locator(".tb-feedback")).to_contain_text(wrong.why)
    expect(page.locator(".tb-feedback")).not_to_contain_text("last try")
    expect(page.locator("[data-question] input").first).to_be_disabled()
    page.get_by_role("button", name="Next card").click()
    expect(page.locator(".tb-progress")).to_contain_text("due tomorrow")


def test_nothing_stays_on_the_device_until_the_nurse_asks_and_all_goes_when_deleted(
    page: Page,
) -> None:
    begin(page)
    later(page, 1)
    assert on_device(page) == {}
    page.get_by_label("Keep my cards on this device").check()
    kept = on_device(page)
    assert list(kept) == ["teachback-device:review"]
    card = json.loads(kept["teachback-device:review"])["cards"][f"{QUIZ.id}/{MISSED.id}"]
    assert set(card) == {"history", "due"}  # no answer, no name, no time of day
    page.evaluate("sessionStorage.clear()")  # the tab is closed, and another day begins
    page.goto(ADDRESS)
    expect(page.locator("[data-question]")).to_have_count(1)
    page.get_by_role("button", name="Delete all my cards").click()
    assert on_device(page) == {}
    expect(page.locator(".tb-progress")).to_contain_text("No cards.")
    page.reload()
    expect(page.locator(".tb-progress")).to_contain_text("No cards.")


def test_taking_the_wish_back_takes_the_cards_from_the_device_and_leaves_them_in_the_tab(
    page: Page,
) -> None:
    begin(page)
    later(page, 1)
    page.get_by_label("Keep my cards on this device").check()
    page.get_by_label("Keep my cards on this device").uncheck()
    assert on_device(page) == {}
    expect(page.locator("[data-question]")).to_have_count(1)


def test_a_deleted_card_does_not_come_back_with_a_reload(page: Page) -> None:
    begin(page)
    page.get_by_role("button", name="Delete all my cards").click()
    page.reload()
    expect(page.locator(".tb-progress")).to_contain_text("No cards.")


def test_a_shared_device_offers_nothing_and_reads_nothing(page: Page) -> None:
    page.clock.set_fixed_time(START)
    open_sheet(page, {**SHEET, "offer": False})
    cards = {f"{QUIZ.id}/{MISSED.id}": {"history": "m", "due": 0}}
    keep = "value => localStorage.setItem('teachback-device:review', value)"
    page.evaluate(keep, json.dumps({"cards": cards}))
    page.reload()
    expect(page.get_by_label("Keep my cards")).to_be_hidden()
    expect(page.locator(".tb-progress")).to_contain_text("No cards.")


def test_axe_finds_nothing(page: Page) -> None:
    begin(page)
    later(page, 1)
    page.emulate_media(reduced_motion="reduce")
    assert Axe().run(page).response["violations"] == []
