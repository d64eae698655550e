"""A kernel only where one is needed: never, when something asks, or at once."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.classroom import ALONE_PAGE, ASKED_PAGE
from tests.browser.quiz_page import (
    QUESTIONS,
    answer,
    expect_in_python,
    expect_kernel,
    expect_reason,
    kernels_of,
)

FIRST, *_ = QUESTIONS
NOT_SHARED = "They are not shared with a teacher."
QUIET = 3000  # milliseconds; a page that asks by itself has asked by then


def test_a_page_on_demand_gets_its_kernel_when_something_on_it_asks(
    page: Page, classroom: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    kernels = kernels_of(page)
    page.goto(f"{classroom}{ASKED_PAGE}.html")
    answer(page, FIRST)
    expect_reason(page, FIRST)
    page.wait_for_timeout(QUIET)
    assert asked == [f"{classroom}{ASKED_PAGE}.html"]
    expect_kernel(page, "none")
    expect(page.locator("[data-quiet]")).to_contain_text(NOT_SHARED)
    for _ in range(2):  # twice asked is once started
        page.evaluate("window[Symbol.for('teachback.page')].ask()")
    expect_kernel(page, "connected")
    expect_in_python(page, kernels[-1], FIRST)
    assert [one for one in asked if "/kernel/" in one] == [f"{classroom}kernel/{ASKED_PAGE}.html"]


def test_a_page_without_a_kernel_is_one_request(page: Page, classroom: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{classroom}{ALONE_PAGE}.html")
    for question in QUESTIONS:
        answer(page, question)
        expect_reason(page, question)
    page.reload()
    for question in QUESTIONS:
        expect_reason(page, question)
    page.wait_for_timeout(QUIET)
    expect_kernel(page, "none")
    assert asked == [f"{classroom}{ALONE_PAGE}.html"] * 2
