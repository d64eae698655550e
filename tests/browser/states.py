"""The states of a page, one after the other: answered, unfolded, with a word or help open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

from tests.browser.accessibility import (
    EMERGENCY,
    SAME_DAY,
    answer_all,
    answer_with,
    check,
    choose,
    questions,
    sheets,
    symptoms_of_rank,
    visit,
)


def states(page: Page, site: str, path: str) -> Iterator[str]:
    """Bring a page into each of its states, one after the other, and name it."""
    visit(page, site + path)
    yield "fresh"
    walk = {"quiz": _quiz_states, "checklist": _checklist_states, "my_page": _my_page_states}
    for sheet in sheets(site, path):
        yield from walk.get(sheet["kind"], _no_states)(page, sheet)
    folded = page.locator("main details:not([open]) > summary")
    if folded.count():
        folded.evaluate_all("all => all.forEach(one => one.click())")
        yield "unfolded"
    if page.locator(".tb-term").count():
        page.locator(".tb-term").first.click()
        yield "a word"
        page.keyboard.press("Escape")
    page.locator("header summary").click()
    yield "help"
    page.locator("header summary").click()


def _no_states(_page: Page, _sheet: dict[str, Any]) -> Iterator[str]:
    yield from ()


def _my_page_states(page: Page, _sheet: dict[str, Any]) -> Iterator[str]:
    page.locator("[data-teachback=my-page] input").first.check()
    yield "chosen"


def _quiz_states(page: Page, sheet: dict[str, Any]) -> Iterator[str]:
    """Put as many cards as there are into different states at once, and go on with the rest."""
    todo = ["unanswered", "chosen", "wrong", "partly", "right"]
    while todo:
        done = []
        for question in questions(sheet):
            if state := next((one for one in todo if _bring(page, question, one)), None):
                todo.remove(state)
                done.append(state)
        if not done:  # such as: no question of this quiz can be partly right
            break
        yield ", ".join(done)
    answer_all(page, sheet)
    yield "all answered"


def _bring(page: Page, question: dict[str, Any], state: str) -> bool:
    """Bring a question into a state, if it has such a state."""
    answer = (
        [] if state == "unanswered" else answer_with(question, state.replace("chosen", "right"))
    )
    if answer is None:
        return False
    choose(page, question, answer)
    if state != "chosen":
        check(page, question)
    return True


def _checklist_states(page: Page, sheet: dict[str, Any]) -> Iterator[str]:
    urgent, soon = (symptoms_of_rank(sheet, rank) for rank in (EMERGENCY, SAME_DAY))
    choose(page, soon[0], ["yes"])
    yield "unfinished"
    choose(page, urgent[0], ["unsure"])
    yield "emergency by several signs"
    page.get_by_role("button", name="I have read this").click()
    yield "emergency that was read"
    choose(page, soon[0], ["no"])
    yield "emergency by one sign"
    answer_all(page, sheet)
    yield "nothing to tell"
    choose(page, soon[0], ["yes"])
    yield "same day"
