"""A line that is cut at a bad moment: what was on its way is said again."""

from __future__ import annotations

import re

from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.classroom import QUIZ_PAGE
from tests.browser.quiz_page import (
    QUESTIONS,
    answer,
    expect_in_python,
    expect_kernel,
    expect_reason,
)

FIRST, SECOND, THIRD, *_ = QUESTIONS


class Wire:
    """The page's line to its kernel; `broken`, it takes what is said and brings it nowhere."""

    def __init__(self, page: Page) -> None:
        self.broken = False
        self.line: WebSocketRoute | None = None
        page.route_web_socket(re.compile("/channels"), self._connect)

    def _connect(self, line: WebSocketRoute) -> None:
        server = line.connect_to_server()
        line.on_message(lambda said: None if self.broken else server.send(said))
        self.line = line

    @property
    def kernel_id(self) -> str:
        assert self.line
        return self.line.url.split("/")[-2]

    def cut(self) -> None:
        """Notice the break, so that the next line is a good one."""
        self.broken = False
        assert self.line
        self.line.close(code=1001)


def wire_of_who_has_answered(page: Page, classroom: str) -> Wire:
    """Open the quiz, answer the first question, and return the line that has told the kernel."""
    wire = Wire(page)
    page.goto(f"{classroom}{QUIZ_PAGE}.html")
    expect_kernel(page, "connected")
    answer(page, FIRST)
    expect_in_python(page, wire.kernel_id, FIRST)
    return wire


def test_an_answer_that_a_cut_took_with_it_is_kept_and_said_again(
    page: Page, classroom: str
) -> None:
    wire = wire_of_who_has_answered(page, classroom)
    wire.broken = True
    answer(page, SECOND)
    wire.cut()
    expect_kernel(page, "lost")
    expect_kernel(page, "connected")
    expect_in_python(page, wire.kernel_id, FIRST, SECOND)
    answer(page, THIRD)
    expect_in_python(page, wire.kernel_id, FIRST, SECOND, THIRD)
    for question in (FIRST, SECOND, THIRD):
        expect_reason(page, question)


def test_answers_that_were_taken_back_during_a_cut_do_not_come_back(
    page: Page, classroom: str
) -> None:
    wire = wire_of_who_has_answered(page, classroom)
    wire.broken = True
    page.get_by_role("button", name="Clear my answers").click()
    wire.cut()
    expect_in_python(page, wire.kernel_id)
    expect_kernel(page, "connected")
    expect(page.locator(".tb-verdict")).to_have_count(0)
