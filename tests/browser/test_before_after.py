"""Before and after a course in one tab, without a kernel: both scores, the gain, how sure."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from teachback import BeforeAfter, load_topic
from tests.browser.answering import answer_by_mouse
from tests.browser.gallery import open_sheet

TOPIC = load_topic("bone_metastasis")
ITEMS: dict[str, Any] = {one.id: one for one in TOPIC.quizzes["before_and_after"].questions}
FORMS = {
    when: BeforeAfter(TOPIC, "nurse_before_and_after", when).sheet for when in ("before", "after")
}


def take(page: Page, when: str, sure: str, wrong: int) -> None:
    """Answer a form, leaving so many of its questions open."""
    open_sheet(page, FORMS[when])
    page.get_by_label(sure, exact=True).check()
    for one in FORMS[when]["questions"][wrong:]:
        answer_by_mouse(page, ITEMS[one["id"]])
    button = page.get_by_role("button", name="Show how I did")
    button.click()
    if wrong:
        button.click()


def points(when: str, wrong: int = 0) -> int:
    return sum(one["max"] for one in FORMS[when]["questions"][wrong:])


def test_the_gain_is_told_from_both_forms_and_survives_a_reload(page: Page) -> None:
    take(page, "before", "A little", wrong=6)
    expect(page.locator(".tb-before-after")).not_to_contain_text("What has changed")
    page.unroute_all()
    take(page, "after", "Quite", wrong=2)
    told = page.locator(".tb-outcome", has_text="What has changed")
    first, last = points("before", 6), points("after", 2)
    words = (
        f"Before: {first} of {points('before')} points. After: {last} of {points('after')} points."
    )
    expect(told).to_contain_text(words)
    open_share = 1 - first / points("before")
    gain = (last / points("after") - first / points("before")) / open_share
    expect(told).to_contain_text(f"Your gain is {gain:.2f}.")
    expect(told).to_contain_text('before, "A little"; after, "Quite"')
    said = told.inner_text()
    page.reload()
    assert told.inner_text() == said
    page.emulate_media(reduced_motion="reduce")
    assert Axe().run(page).response["violations"] == []


def test_without_the_form_from_before_nothing_is_compared(page: Page) -> None:
    take(page, "after", "Very", wrong=0)
    told = page.locator(".tb-outcome", has_text="What has changed")
    expect(told).to_contain_text("Your answers from before the course are not in this tab")
    page.get_by_role("button", name="Clear my answers").first.click()
    expect(told).to_be_hidden()
