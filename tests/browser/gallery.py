"""Any quiz, or another sheet, as a page in a browser's tab, without a server."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from teachback import load_topic
from teachback.pages.single import quiz_page, sheet_page
from teachback.questions import QuestionSet

ADDRESS = "http://gallery.test/"
TOPIC = load_topic("bone_metastasis")


def open_quiz(page: Page, quiz: QuestionSet) -> None:
    """Open the page of a quiz."""
    body = quiz_page(quiz, TOPIC)
    page.route(f"{ADDRESS}**", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(ADDRESS)
    page.wait_for_selector('[data-teachback="quiz"]')


def open_sheet(page: Page, sheet: dict[str, Any]) -> None:
    """Open the page of a sheet of any kind."""
    body = sheet_page(sheet, "A sheet", "To do", TOPIC)
    page.route(f"{ADDRESS}**", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(ADDRESS)
    page.wait_for_selector("[data-teachback]")
