"""One quiz, or any other sheet, as a page of its own, by the page's own template, no kernel."""

from __future__ import annotations

from html import escape
from typing import Any

from teachback.content import Topic
from teachback.pages.page import Page, template
from teachback.pages.site import Site
from teachback.questions import QuestionSet, quiz_sheet


def quiz_page(quiz: QuestionSet, topic: Topic) -> str:
    """Return the page of a quiz, answered and marked in the browser."""
    return sheet_page(quiz_sheet(quiz, topic.cite), quiz.title, "Questions", topic)


def sheet_page(sheet: dict[str, Any], title: str, heading: str, topic: Topic) -> str:
    """Return the page of one sheet of any kind, under a title and a heading."""
    kind = sheet["kind"]
    island = template("island.html.j2").render(key=f"{kind}:{sheet['key']}", sheet=sheet, ahead="")
    parts = (f"<h1>{escape(title)}</h1>\n<h2>{escape(heading)}</h2>", island)
    return _alone(title, parts, frozenset({kind}), topic)


def mistakes_page(file: str, mistakes: list[str], topic: Topic) -> str:
    """Return a page that names every mistake of a file."""
    items = "".join(f"<li>{escape(one)}</li>" for one in mistakes)
    title = "This file has mistakes"
    parts = (f"<h1>{title}</h1>\n<p>{escape(file)}</p>\n<ul>{items}</ul>",)
    return _alone(title, parts, frozenset(), topic)


def _alone(title: str, parts: tuple[str, ...], islands: frozenset[str], topic: Topic) -> str:
    page = Page("index.html", "index.ipynb", title, "", parts, islands, failures=())
    return Site(topic, (page,)).html(page, root="")
