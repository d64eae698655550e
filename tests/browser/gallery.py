"""Any quiz as a page of its own, drawn by the real template, without a kernel."""

from __future__ import annotations

from playwright.sync_api import Page as Tab

from teachback import load_topic
from teachback.pages.page import Page, template
from teachback.pages.site import Site
from teachback.questions import QuestionSet, quiz_sheet

ADDRESS = "http://gallery.test/"
TOPIC = load_topic("bone_metastasis")


def html(quiz: QuestionSet) -> str:
    """Return the page of a quiz."""
    sheet = quiz_sheet(quiz, TOPIC.cite)
    island = template("island.html.j2").render(key=f"quiz:{quiz.id}", sheet=sheet, ahead="")
    page = Page(
        address="index.html",
        notebook="index.ipynb",
        title=quiz.title,
        purpose="",
        parts=(f"<h1>{quiz.title}</h1>\n<h2>Questions</h2>", island),
        islands=frozenset({"quiz"}),
        failures=(),
    )
    return Site(TOPIC, (page,)).html(page, root="")


def open_quiz(tab: Tab, quiz: QuestionSet) -> None:
    """Open the page of a quiz in a browser's tab."""
    body = html(quiz)
    tab.route(f"{ADDRESS}**", lambda route: route.fulfill(body=body, content_type="text/html"))
    tab.goto(ADDRESS)
    tab.wait_for_selector('[data-teachback="quiz"]')
