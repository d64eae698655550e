"""In the middle of the nurses' test: its kernel dies, the line is cut, a key slips, time passes."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import kernel
from tests.browser.answering import answer_by_mouse, card
from tests.browser.cut import Lines
from tests.browser.quiz_page import PATIENCE, expect_kernel, kernels_of, wait_until
from tests.browser.test_axe import violations
from tests.browser.test_blueprint_exam import asked

TEST = "nurse/10_test.html"


@pytest.fixture(autouse=True)
def kernels(page: Page) -> list[str]:
    return kernels_of(page)


@pytest.fixture
def questions(page: Page, dashboard: str) -> list[Any]:
    """The plain questions of a test that has begun, all on one page; the first is answered."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(dashboard + TEST)
    expect_kernel(page, "connected")
    found = [one for one in asked(page) if one.type == "multiple_choice"]
    page.get_by_role("button", name="Show all questions on one page").click()
    answer_by_mouse(page, found[0])
    return found


def test_when_the_kernel_dies_the_page_keeps_what_was_chosen_and_says_what_to_do(
    page: Page, questions: list[Any], kernels: list[str]
) -> None:
    kernel.kill(kernels[-1])
    expect_kernel(page, "lost")
    banner = page.locator("[data-banner]")
    expect(banner).to_contain_text("this test cannot be marked any more")
    expect(banner).to_contain_text("begin anew")
    answer_by_mouse(page, questions[1])
    for question in questions[:2]:
        expect(card(page, question).locator("input:checked")).to_have_value(question.key())
    expect(page.get_by_role("button", name="Hand in")).to_be_hidden()
    assert violations(page) == []
    page.get_by_role("button", name="Begin anew").click()
    expect_kernel(page, "connected")
    asked(page)
    expect(page.get_by_role("button", name="Hand in")).to_have_count(1)
    expect(page.locator("[data-question] input:checked")).to_have_count(0)


def test_a_test_that_is_not_handed_in_is_not_left_by_a_slip(
    page: Page, questions: list[Any], dashboard: str
) -> None:
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Back:").click(no_wait_after=True)
    wait_until(page, lambda: said == ["beforeunload"])
    assert page.url == dashboard + TEST
    expect(card(page, questions[0])).to_be_visible()
    expect(page.get_by_role("button", name="Clear my answers")).to_be_hidden()


def test_what_was_chosen_while_the_line_was_cut_is_marked_when_it_is_back(
    page: Page, dashboard: str
) -> None:
    lines = Lines(page)
    page.goto(dashboard + TEST)
    expect_kernel(page, "connected")
    first, *_ = asked(page)
    lines.cut()
    expect(page.locator("[data-banner]")).to_contain_text("hand in when the connection is back")
    page.get_by_role("button", name="Show all questions on one page").click()
    answer_by_mouse(page, first)
    lines.mend()
    expect_kernel(page, "connected")
    for _ in range(2):
        page.get_by_role("button", name="Hand in").click()
    expect(page.locator(".tb-exam-verdict")).to_contain_text("Not passed yet.", timeout=PATIENCE)


def test_whoever_answers_is_still_there_though_nothing_is_handed_in(
    page: Page, questions: list[Any]
) -> None:
    """The kernel of a page that nobody uses ends after an hour; a test has no time limit."""
    banner = page.locator("[data-banner]")
    page.clock.set_fixed_time(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=58))
    expect(banner).to_contain_text("You have not answered for a while", timeout=PATIENCE)
    answer_by_mouse(page, questions[1])
    expect(banner).to_be_empty()
