"""Use without trace: a shared device keeps nothing past the tab, and clears itself."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.made_course import LESSON, LIST, TOPIC
from tests.browser.test_axe import violations

QUESTION = TOPIC.quizzes["signs_to_know"].questions[0].id
ALLOWED = 5 * 60
CHECKED = "[data-teachback] input:checked"
KEPT = "Object.keys(sessionStorage).filter(name => name.startsWith('teachback:'))"


def answer(page: Page) -> None:
    card = page.locator(f'[data-question="{QUESTION}"]')
    card.locator("input").first.check()
    card.get_by_role("button", name="Check my answer").click()
    expect(card.locator(".tb-verdict")).to_be_visible()


def tick(page: Page) -> None:
    page.locator('[data-question="fatigue"]').get_by_label("Yes").evaluate("box => box.click()")


def warning(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Are you still there?")


def test_nothing_is_kept_past_the_tab(page: Page, tablet: str) -> None:
    page.goto(tablet + LESSON)
    answer(page)
    assert page.evaluate("[localStorage.length, document.cookie]") == [0, ""]
    assert page.evaluate("indexedDB.databases()") == []
    assert page.evaluate("caches.keys()") == []
    other = page.context.new_page()
    other.goto(tablet + LESSON)
    expect(other.locator("form").first).to_be_visible()
    expect(other.locator(CHECKED)).to_have_count(0)


@pytest.fixture
def idle(page: Page, tablet: str) -> Page:
    """A lesson with an answer on a shared device whose clock the test turns."""
    page.clock.install()
    page.goto(tablet + LESSON)
    answer(page)
    return page


def test_a_warning_comes_first_and_has_the_focus(idle: Page) -> None:
    idle.clock.run_for((ALLOWED - 5) * 1000)
    expect(warning(idle)).to_be_hidden()
    idle.clock.run_for(10_000)
    expect(warning(idle)).to_be_visible()
    expect(idle.get_by_role("button", name="I am still here")).to_be_focused()
    expect(warning(idle)).to_contain_text("will be cleared in")
    before = warning(idle).inner_text()
    idle.clock.run_for(10_000)
    assert warning(idle).inner_text() != before
    assert violations(idle) == []


@pytest.mark.parametrize("how", ["Enter", "Escape", "tap beside it"])
def test_who_is_still_there_goes_on_as_before(idle: Page, how: str) -> None:
    focused = idle.locator(f'[data-question="{QUESTION}"] input').first
    focused.focus()
    idle.clock.run_for((ALLOWED + 30) * 1000)
    expect(warning(idle)).to_be_visible()
    if how == "tap beside it":
        idle.mouse.click(5, 5)
    else:
        idle.keyboard.press(how)
    expect(warning(idle)).to_be_hidden()
    expect(focused).to_be_focused()
    idle.clock.run_for(60_000)
    expect(warning(idle)).to_be_hidden()
    expect(idle.locator(".tb-verdict")).to_be_visible()


def test_who_has_gone_leaves_nothing_and_back_brings_nothing_back(idle: Page, tablet: str) -> None:
    idle.goto(tablet + LIST)
    tick(idle)
    idle.clock.run_for((ALLOWED + 30) * 1000)
    expect(warning(idle)).to_be_visible()
    idle.clock.run_for(40_000)
    expect(idle).to_have_url(tablet)
    assert idle.evaluate(KEPT) == []
    idle.go_back()
    expect(idle).to_have_url(tablet + LESSON)
    expect(idle.locator("[data-island] > script")).to_have_count(0)
    expect(idle.locator(CHECKED)).to_have_count(0)
    expect(idle.locator(".tb-verdict")).to_have_count(0)


def test_clear_now_does_at_once_what_waiting_does(idle: Page, tablet: str) -> None:
    idle.clock.run_for((ALLOWED + 10) * 1000)
    idle.keyboard.press("Tab")
    expect(idle.locator(":focus")).to_have_text("Clear my answers now")
    idle.keyboard.press("Enter")
    expect(idle).to_have_url(tablet)
    assert idle.evaluate(KEPT) == []


@pytest.mark.parametrize("use", ["key", "tap", "scroll", "reading aloud"])
def test_any_use_puts_the_warning_off(idle: Page, use: str) -> None:
    idle.clock.run_for((ALLOWED - 20) * 1000)
    if use == "key":
        idle.keyboard.press("Shift")
    elif use == "tap":
        idle.mouse.click(5, 300)
    elif use == "scroll":
        idle.mouse.wheel(0, 200)
        idle.wait_for_function("scrollY > 0")
    else:
        idle.evaluate("dispatchEvent(new Event('teachback-reading'))")
    idle.clock.run_for(60_000)
    expect(warning(idle)).to_be_hidden()
    idle.clock.run_for(ALLOWED * 1000)
    expect(warning(idle)).to_be_visible()


def test_a_device_that_slept_clears_as_it_wakes(idle: Page, tablet: str) -> None:
    idle.clock.fast_forward((ALLOWED + 3600) * 1000)
    expect(idle).to_have_url(tablet)
    assert idle.evaluate(KEPT) == []


def test_a_tab_that_is_opened_again_later_shows_nothing_of_before(page: Page, tablet: str) -> None:
    page.goto(tablet + LESSON)
    answer(page)
    page.evaluate("sessionStorage.setItem('teachback-used', String(Date.now() - 7 * 60 * 1000))")
    page.reload()
    expect(page.locator("[data-island] > script")).to_have_count(0)
    expect(page.locator(CHECKED)).to_have_count(0)


def test_a_start_page_that_holds_nothing_is_left_alone(page: Page, tablet: str) -> None:
    page.clock.install()
    page.goto(tablet)
    page.wait_for_selector("[data-clear]:not([hidden])")
    page.clock.run_for((ALLOWED + 120) * 1000)
    expect(warning(page)).to_be_hidden()
    expect(page).to_have_url(tablet)


def test_a_device_of_ones_own_never_clears_by_itself(page: Page, course: str) -> None:
    page.clock.install()
    page.goto(course + LESSON)
    answer(page)
    page.clock.run_for(12 * 3600 * 1000)
    expect(page.locator(".tb-idle")).to_have_count(0)
    expect(page.locator(".tb-verdict")).to_be_visible()
