"""Figures of survival are met only by those who ask for them (DS-01, DS-02)."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from playwright.sync_api import Page, expect

from teachback import load_topic
from tests.browser import accessibility as site

TOPIC = load_topic("bone_metastasis")
CHOICE = "patient/06_outlook.html"
NUMBERS = "patient/06_outlook_numbers.html"
QUIZ = TOPIC.quizzes["outlook_numbers"]
FIGURE = TOPIC.figures["alive_after_five_years"]
TOLD = (
    *(question.ask for question in QUIZ.questions),
    *re.findall(r"\d+ months", " ".join(f.plain for f in TOPIC.facts.values() if f.opt_in)),
    f"{FIGURE.n} of {FIGURE.of}",
    FIGURE.otherwise,
    FIGURE.id,
    f"quiz:{QUIZ.id}",
)


def test_before_the_choice_no_page_holds_a_figure_of_survival(dashboard: str) -> None:
    told = {
        path: [words for words in TOLD if words in site.source(dashboard + path)]
        for path in site.paths(dashboard)
    }
    there = told.pop(NUMBERS)
    assert set(TOLD) - set(there) <= {FIGURE.id}, "the page of the numbers tells them"
    assert CHOICE in told
    assert {address: words for address, words in told.items() if words} == {}


def test_only_the_page_of_the_choice_leads_to_the_numbers(dashboard: str) -> None:
    name = NUMBERS.rpartition("/")[2]
    paths = site.paths(dashboard)
    assert [path for path in paths if name in site.source(dashboard + path)] == [CHOICE]


def test_what_was_answered_beside_the_numbers_does_not_come_to_my_page(
    page: Page, dashboard: str
) -> None:
    page.goto(urljoin(dashboard, NUMBERS))
    question = QUIZ.questions[0]
    card = page.locator(f'[data-question="{question.id}"]')
    card.get_by_role("radio").first.check()
    card.get_by_role("button", name="Check my answer").click()
    page.goto(urljoin(dashboard, "patient/09_my_page.html"))
    expect(page.get_by_text("What I learned")).to_be_visible()
    assert [words for words in TOLD if words in page.locator("main").inner_text()] == []
