"""One's answers can be cleared from everywhere, and Back does not bring them back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserType, Page, expect

from tests.browser.made_course import CHOICE, LESSON, LIST, MINE, NUMBERS, TOPIC
from tests.browser.test_shared_device import CHECKED, KEPT, answer, tick

REMEMBER = TOPIC.quizzes["signs_to_know"].remember[0]
CHOSEN = f'({KEPT}).filter(name => /"(chosen|answers)":\\{{"/.test(sessionStorage.getItem(name)))'


@pytest.mark.parametrize("address", ["", LESSON, LIST, MINE, CHOICE, NUMBERS])
def test_everything_can_be_cleared_from_every_page(page: Page, course: str, address: str) -> None:
    page.goto(course + LESSON)
    answer(page)
    page.goto(course + LIST)
    tick(page)
    page.goto(course + address)
    clear = page.locator("footer").get_by_role("button", name="Clear all my answers")
    clear.press("Enter")
    expect(page.get_by_text("All your answers are cleared, on all pages.")).to_be_visible()
    expect(clear).to_be_focused()
    assert page.evaluate(CHOSEN) == []
    for one in (LESSON, LIST, MINE):
        page.goto(course + one)
        expect(page.locator("[data-island] > script")).to_have_count(0)
        expect(page.locator(CHECKED)).to_have_count(0)
        expect(page.get_by_text(REMEMBER)).to_have_count(0)


def test_a_page_that_asks_offers_it_beside_its_last_question_too(page: Page, course: str) -> None:
    for address in (LESSON, LIST, MINE):
        page.goto(course + address)
        button = page.get_by_role("main").get_by_role("button", name="Clear all my answers")
        expect(button).to_be_visible()
        button.click()
        expect(page.get_by_role("main").get_by_text("are cleared, on all pages")).to_be_visible()
        expect(button).to_be_focused()


def test_without_a_script_nothing_is_offered_that_cannot_work(page: Page, course: str) -> None:
    still = page.context.browser.new_page(java_script_enabled=False)  # type: ignore[union-attr]
    still.goto(course + LESSON)
    expect(still.get_by_role("button", name="Clear all my answers")).to_have_count(0)
    still.close()


@pytest.fixture
def remembering(browser_type: BrowserType, browser_type_launch_args: dict) -> Iterator[Page]:  # type: ignore[type-arg]
    """A browser that keeps whole pages for the Back button, as people's browsers do."""
    more = ["--disable-back-forward-cache"]
    browser = browser_type.launch(**browser_type_launch_args, ignore_default_args=more)
    yield browser.new_page()
    browser.close()


def test_a_page_kept_for_the_back_button_comes_back_without_its_answers(
    remembering: Page, course: str
) -> None:
    page = remembering
    page.goto(course + LESSON)
    answer(page)
    page.evaluate(
        "addEventListener('pageshow', event => { if (event.persisted) sessionStorage.back = 1 })"
    )
    page.goto(course + MINE)
    expect(page.get_by_text(REMEMBER)).to_be_visible()
    page.locator("footer [data-clear]").click()
    expect(page.get_by_text(REMEMBER)).to_have_count(0)
    page.go_back()
    expect(page.locator("[data-island] > script")).to_have_count(0)
    expect(page.locator("form").first).to_be_visible()
    expect(page.locator(CHECKED)).to_have_count(0)
    expect(page.locator(".tb-verdict")).to_have_count(0)
    assert page.evaluate("sessionStorage.back") == "1"  # it was such a page, and not a new one


def test_my_page_that_was_kept_shows_what_was_answered_meanwhile(
    remembering: Page, course: str
) -> None:
    page = remembering
    page.goto(course + LESSON)
    page.goto(course + MINE)
    expect(page.get_by_text(REMEMBER)).to_have_count(0)
    page.goto(course + LESSON)
    answer(page)
    page.go_back()
    expect(page.get_by_text(REMEMBER)).to_be_visible()
