"""A small course made for a test: pages from Markdown and sheets, served by a thread."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from teachback import Checklist, MyPage, load_topic
from teachback.content import Deployment, Topic
from teachback.pages.markdown import html
from teachback.pages.page import Page, template
from teachback.pages.site import Site
from teachback.pages.static import build
from teachback.pages.terms import Terms
from teachback.questions import QuestionSet, quiz_sheet
from tests.browser.files import files_of

TOPIC = load_topic("bone_metastasis")
LESSON, LIST, MINE = "patient/01_lesson.html", "patient/02_list.html", "patient/03_mine.html"
CHOICE, NUMBERS = "patient/04_choice.html", "patient/04_numbers.html"
TEXT = """# A lesson

This page is for a test. It tells of [metastasis](#term-metastasis) in few words.

## First part

Cells can travel. [Metastases](#term-metastasis) may grow in a [bone](#term-marrow). [ACS](#S-ACS1)

- One point.
- Another point.

| Sign | How fast |
| --- | --- |
| New pain | Call today |

## Questions

"""
CHOICE_TEXT = """# What may come

Some people want numbers. Some do not.

[Show me](04_numbers.ipynb) [Not now](01_lesson.ipynb)
"""
NUMBERS_TEXT = """# The numbers

[Hide the numbers](04_choice.ipynb) [Go on](01_lesson.ipynb)

In a made-up study, 42 of 100 people did something within 7 years.
"""


def quiz(name: str = "signs_to_know") -> QuestionSet:
    """Return a quiz of the topic, cut down to its first two questions."""
    whole = TOPIC.quizzes[name]
    return whole.model_copy(update={"questions": whole.questions[:2]})


def guess() -> QuestionSet:
    return TOPIC.quizzes["where_in_the_bones_guess"]


def island(sheet: dict[str, Any]) -> str:
    key = f"{sheet['kind']}:{sheet['key']}"
    return template("island.html.j2").render(key=key, sheet=sheet, ahead="")


def made(
    address: str, title: str, text: str, *sheets: dict[str, Any], opt_in: bool = False
) -> Page:
    notebook = address.replace(".html", ".ipynb")
    parts = (html(text, {"S-ACS1": 1}, Terms(TOPIC.glossary)), *map(island, sheets))
    kinds = frozenset(sheet["kind"] for sheet in sheets)
    return Page(address, notebook, title, "", parts, kinds, failures=(), opt_in=opt_in)


def course(**deployment: Any) -> Site:
    """Return a course of a start page, a lesson, a checklist, my page, and numbers to ask for."""
    topic: Topic = replace(TOPIC, deployment=Deployment(**deployment))
    sheets = [quiz_sheet(one, topic.cite) for one in (guess(), quiz())]
    links = "# Start\n\n## Pages\n\n- [A lesson](patient/01_lesson.ipynb)\n"
    pages = (
        made("index.html", "Start", links),
        made(LESSON, "A lesson", TEXT, *sheets),
        made(LIST, "A list", "# A list\n\n## Your list\n", Checklist(topic).sheet),
        made(MINE, "My page", "# My page\n\n## Mine\n", MyPage(topic).sheet),
        made(CHOICE, "What may come", CHOICE_TEXT),
        made(NUMBERS, "The numbers", NUMBERS_TEXT, opt_in=True),
    )
    return Site(topic, pages)


@contextmanager
def served(site: Site, folder: Path) -> Iterator[str]:
    """Build a site, serve its files, and give their address."""
    build(site, folder, lambda _: None)
    with files_of(folder) as address:
        yield address
