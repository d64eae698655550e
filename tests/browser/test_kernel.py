"""Lessons before their kernel is there, with it, and after it has gone."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from teachback.questions import Question
from tests.browser import kernel, server
from tests.browser.classroom import QUIZ_PAGE, write_classroom
from tests.browser.cut import Lines
from tests.browser.quiz_page import (
    PATIENCE,
    QUESTIONS,
    answer,
    card,
    expect_in_python,
    expect_kernel,
    expect_reason,
    hold_kernel,
    kernels_of,
    wait_until,
)

FIRST, SECOND, THIRD, *_ = QUESTIONS
LOST = "Your answers are still on this page. You can go on."
NOT_SHARED = "They are not shared with a teacher."
REFUSALS = {
    "an error": lambda route: route.fulfill(status=500, body="<h1>no</h1>"),
    "nothing of use": lambda route: route.fulfill(status=200, body="<p>no script here</p>"),
    "no answer": lambda route: route.abort(),
}


def open_lesson(page: Page, address: str) -> list[str]:
    """Open the lesson and wait for its kernel, whose id is the last in the list."""
    kernels = kernels_of(page)
    page.goto(f"{address}{QUIZ_PAGE}.html")
    expect_kernel(page, "connected")
    return kernels


def expect_reasons(page: Page, *questions: Question) -> None:
    for question in questions:
        expect_reason(page, question)


def expect_lost(page: Page) -> None:
    expect_kernel(page, "lost")
    expect(page.locator("[data-banner]")).to_contain_text(LOST)
    expect(page.locator("[data-banner]")).to_be_visible()


def test_an_answer_given_before_the_kernel_arrives_in_python(page: Page, classroom: str) -> None:
    release, kernels = hold_kernel(page), kernels_of(page)
    page.goto(f"{classroom}{QUIZ_PAGE}.html")
    answer(page, FIRST)
    expect_reason(page, FIRST)
    expect_kernel(page, "starting")
    expect(page.locator("[data-quiet]")).to_contain_text(NOT_SHARED)
    option = card(page, SECOND).locator("input").nth(1)
    option.focus()
    release()
    expect_kernel(page, "connected")
    expect_in_python(page, kernels[-1], FIRST)
    expect_reason(page, FIRST)
    expect(option).to_be_focused()


def test_a_kernel_hears_every_answer_and_the_page_is_quiet(page: Page, classroom: str) -> None:
    kernels = open_lesson(page, classroom)
    expect(page.locator("[data-quiet]")).to_have_text("")
    expect(page.locator("[data-banner]")).to_have_text("")
    expect(page.locator("[data-teachback=quiz]")).to_have_count(1)
    for question in QUESTIONS:
        answer(page, question)
    expect_in_python(page, kernels[-1], *QUESTIONS)
    page.get_by_role("button", name="Clear my answers").click()
    expect_in_python(page, kernels[-1])


def test_the_death_of_the_kernel_loses_neither_answer_nor_focus(page: Page, classroom: str) -> None:
    kernels = open_lesson(page, classroom)
    answer(page, FIRST)
    answer(page, SECOND)
    option = card(page, THIRD).locator("input").nth(1)
    option.focus()
    kernel.kill(kernels[-1])
    expect_lost(page)
    expect(option).to_be_focused()
    answer(page, THIRD)
    expect_reasons(page, FIRST, SECOND, THIRD)
    page.reload()
    expect_reasons(page, FIRST, SECOND, THIRD)
    expect_kernel(page, "connected")
    expect_in_python(page, kernels[-1], FIRST, SECOND, THIRD)


def test_the_end_of_the_server_loses_no_answer(page: Page, tmp_path: Path) -> None:
    port = server.free_port()
    command = (
        "teachback",
        "serve",
        str(write_classroom(tmp_path)),
        "--port",
        str(port),
        "--no-browser",
    )
    with server.running(*command, ready="teachback ready:", log=tmp_path / "log") as process:
        open_lesson(page, f"http://127.0.0.1:{port}/")
        answer(page, FIRST)
        answer(page, SECOND)
        process.send_signal(signal.SIGTERM)
        expect_lost(page)
        process.wait(30)
        answer(page, THIRD)
        expect_reasons(page, FIRST, SECOND, THIRD)
        expect_lost(page)


def test_a_cut_line_comes_back_with_the_answers_given_meanwhile(page: Page, classroom: str) -> None:
    lines = Lines(page)
    page.goto(f"{classroom}{QUIZ_PAGE}.html")
    expect_kernel(page, "connected")
    lines.cut()
    expect_lost(page)
    answer(page, FIRST)
    expect_reason(page, FIRST)
    lines.mend()
    expect_kernel(page, "connected")
    expect(page.locator("[data-banner]")).to_have_text("")
    expect_in_python(page, lines.kernel_id, FIRST)


@pytest.mark.parametrize("refuse", REFUSALS.values(), ids=REFUSALS)
def test_a_page_that_gets_no_kernel_says_so_and_works(
    page: Page, classroom: str, refuse: Callable[[Route], None]
) -> None:
    asked: list[Route] = []
    page.route("**/kernel/**", lambda route: (asked.append(route), refuse(route)))
    page.goto(f"{classroom}{QUIZ_PAGE}.html")
    wait_until(page, lambda: asked)
    expect_kernel(page, "none")
    expect(page.locator("[data-quiet]")).to_contain_text(NOT_SHARED)
    answer(page, FIRST)
    expect_reason(page, FIRST)


def test_a_closed_tab_forgets(browser: Browser, page: Page, classroom: str) -> None:
    page.goto(f"{classroom}{QUIZ_PAGE}.html")
    answer(page, FIRST)
    expect_reason(page, FIRST)
    for fresh in (page.context.new_page(), browser.new_page()):
        fresh.goto(f"{classroom}{QUIZ_PAGE}.html")
        expect(card(fresh, FIRST).locator("input").first).to_be_visible(timeout=PATIENCE)
        expect(fresh.locator("[data-teachback] input:checked")).to_have_count(0)
        expect(fresh.locator(".tb-verdict")).to_have_count(0)
        fresh.close()


def test_a_front_end_that_fails_to_join_starts_over(page: Page, classroom: str) -> None:
    failed: list[str] = []

    def fail_once(route: Route) -> None:
        if failed:
            route.continue_()
        else:
            failed.append(route.request.url)
            route.abort()

    page.route("**/anywidget/static/remoteEntry*", fail_once)
    kernels = open_lesson(page, classroom)
    answer(page, FIRST)
    expect_in_python(page, kernels[-1], FIRST)
    assert len(failed) == 1
