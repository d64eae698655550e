"""One quiz as a page of its own, drawn by the page's own template, without a kernel."""

from __future__ import annotations

from html import escape

from teachback.content import Topic
from teachback.pages.page import Page, template
from teachback.pages.site import Site
from teachback.questions import QuestionSet, quiz_sheet


def quiz_page(quiz: QuestionSet, topic: Topic) -> str:
    """Return the page of a quiz, answered and marked in the browser."""
    sheet = quiz_sheet(quiz, topic.cite)
    island = template("island.html.j2").render(key=f"quiz:{quiz.id}", sheet=sheet, ahead="")
    parts = (f"<h1>{escape(quiz.title)}</h1>\n<h2>Questions</h2>", island)
    return _alone(quiz.title, parts, frozenset({"quiz"}), topic)


def mistakes_page(file: str, mistakes: list[str], topic: Topic) -> str:
    """Return a page that names every mistake of a file."""
    items = "".join(f"<li>{escape(one)}</li>" for one in mistakes)
    title = "This file has mistakes"
    parts = (f"<h1>{title}</h1>\n<p>{escape(file)}</p>\n<ul>{items}</ul>",)
    return _alone(title, parts, frozenset(), topic)


def _alone(title: str, parts: tuple[str, ...], islands: frozenset[str], topic: Topic) -> str:
    page = Page("index.html", "index.ipynb", title, "", parts, islands, failures=())
    return Site(topic, (page,)).html(page, root="")
