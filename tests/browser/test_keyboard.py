"""The whole course by keyboard: arrows, Tab, and the way from the first page to the last."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import accessibility as site
from tests.browser.calm import calm
from tests.browser.keyboard import Keyboard

STOPS = """() => {
  const legend = x => x.closest("fieldset").querySelector("legend").textContent;
  const told = x => x.type === "radio" ? `radios: ${legend(x)} ${x.name}`
    : x.type === "checkbox" ? `box ${x.name} ${x.value}` : `${x.localName} ${x.textContent.trim()}`;
  if (!globalThis.walked) addEventListener("focusin", event => walked.push(told(event.target)));
  globalThis.walked = [];
  const all = [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0']")];
  const seen = all.filter(x => x.checkVisibility({ visibilityProperty: true }) && !x.disabled);
  return seen.map(x => ({ x, name: told(x) }))
    .filter((stop, i, every) => stop.x.type !== "radio" || every[i - 1]?.name !== stop.name)
    .map(({ x, name }) => ({ name, bottom: x.getBoundingClientRect().bottom + scrollY,
      top: x.getBoundingClientRect().top + scrollY, left: x.getBoundingClientRect().left,
      right: x.getBoundingClientRect().right, main: Boolean(x.closest("main")) }));
}"""
FOCUSED = "() => document.activeElement !== document.body && document.activeElement.isConnected"
ANSWERS = """() => Object.fromEntries([...document.querySelectorAll("[data-question]")].map(one =>
  [one.dataset.question,
    [...one.querySelector("fieldset").querySelectorAll(":checked")].map(x => x.value).join()]))"""


def question_with_focus(page: Page) -> str | None:
    return page.evaluate("document.activeElement.closest('[data-question]')?.dataset.question")


@pytest.mark.parametrize("kind", ["quiz", "checklist"])
def test_arrow_keys_never_change_another_question(page: Page, dashboard: str, kind: str) -> None:
    for path, sheet in site.pages_with(dashboard, kind):
        site.visit(page, dashboard + path)
        for question in calm(sheet):
            asked = page.locator(f'[data-key="{sheet["key"]}"]')
            clear = asked.locator("button", has_text="Clear my answers")
            clear.evaluate("button => button.click()")  # a guess does not show it
            inputs = site.card(page, question).locator(".tb-control").first.locator("input")
            before = page.evaluate(ANSWERS) | {question["id"]: ""}
            for start, key in [(inputs.last, "Down"), (inputs.first, "Up"), (inputs.last, "Right")]:
                start.focus()
                page.keyboard.press(f"Arrow{key}")
                assert question_with_focus(page) == question["id"]
            assert page.evaluate(ANSWERS) | {question["id"]: ""} == before


def test_tab_follows_the_page_with_one_stop_for_each_set_of_radios(
    page: Page, dashboard: str
) -> None:
    for path in site.paths(dashboard):
        site.visit(page, dashboard + path)
        fresh = stops(page)
        assert walk(page, "Tab", len(fresh)) == fresh
        page.keyboard.press("Tab")  # no trap: out of the page, perhaps round to its start
        assert page.evaluate("walked.slice(1)") == []
        for sheet in site.sheets(dashboard, path):
            site.answer_all(page, sheet)
        answered = stops(page)
        page.locator("a, button, summary").last.focus()
        assert walk(page, "Shift+Tab", len(answered) - 1) == answered[-2::-1]


def stops(page: Page) -> list[str]:
    """Return what Tab should reach, in the order of the page, which must be as one sees it."""
    found = page.evaluate(STOPS)
    main = [stop for stop in found if stop["main"]]
    assert main
    backwards = [
        (one["name"], after["name"])
        for one, after in pairwise(main)
        if one["top"] >= after["bottom"] and one["right"] > after["left"]  # not the next column
    ]
    assert backwards == []
    return [stop["name"] for stop in found]


def walk(page: Page, key: str, steps: int) -> list[str]:
    page.evaluate("walked.length = 0")
    for _ in range(steps):
        page.keyboard.press(key)
    return page.evaluate("walked.splice(0)")


def test_the_skip_link_moves_focus_into_the_main_part(page: Page, dashboard: str) -> None:
    for path in site.paths(dashboard):
        site.visit(page, dashboard + path)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("main")).to_be_focused()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_whole_course_can_be_taken_by_keyboard(page: Page, dashboard: str) -> None:
    keyboard = Keyboard(page)
    quizzes = site.pages_with(dashboard, "quiz")
    path, quiz = next(one for one in quizzes if one[1]["policy"]["scored"])
    site.visit(page, dashboard)
    keyboard.tab_to(page.locator(f'main li a[href$="{path}"]').first.inner_text())
    keyboard.press("Enter")
    expect(page).to_have_url(dashboard + path)
    take_quiz(page, keyboard, quiz)
    keyboard.tab_to("Get help now", "Shift+Tab")
    keyboard.press("Enter")
    expect(page.locator("header").get_by_text("Danger signs")).to_be_visible()
    keyboard.press("Enter")
    (path, checklist), *_ = site.pages_with(dashboard, "checklist")
    while page.url != dashboard + path:
        before = page.url
        keyboard.tab_to("Next:")
        keyboard.press("Enter")
        expect(page).not_to_have_url(before)
    take_checklist(page, keyboard, checklist)


def take_quiz(page: Page, keyboard: Keyboard, quiz: dict[str, Any]) -> None:
    """Answer every question, wrong at first and then right."""
    for question in quiz["questions"]:
        status = site.card(page, question).get_by_role("status")
        wrong = site.answer_with(question, "wrong") or site.answer_with(question, "partly") or []
        keyboard.answer(question, wrong)
        keyboard.tab_to("Check my answer")
        keyboard.press("Enter")
        expect(status).to_contain_text(re.compile("^(Not quite|Partly right)"))
        keyboard.answer(question, site.answer_with(question, "right") or [], "Shift+Tab")
        expect(status).to_be_empty()
        keyboard.tab_to("Check my answer")
        keyboard.press("Enter")
        expect(status).to_contain_text(re.compile("^Right"))
    count = len(quiz["questions"])
    expect(page.get_by_text(f"{count} of {count} questions answered.")).to_be_visible()


def take_checklist(page: Page, keyboard: Keyboard, checklist: dict[str, Any]) -> None:
    """Answer with one danger sign, see it in print, and clear everything."""
    alert = page.get_by_role("alert").and_(page.locator(":not(:empty)"))
    urgent, *_ = site.symptoms_of_rank(checklist, site.EMERGENCY)
    for question in [one for one in site.questions(checklist) if one != urgent]:
        keyboard.answer(question, ["no"])
    keyboard.answer(urgent, ["yes"], "Shift+Tab")
    expect(page.locator(":focus")).to_have_text("Get help now")
    keyboard.tab_to("I have read this")
    keyboard.press("Enter")
    expect(alert).to_be_visible()
    page.emulate_media(media="print")  # what Ctrl+P would print
    expect(alert).to_be_visible()
    page.emulate_media(media="screen")
    keyboard.tab_to("Clear my answers")
    keyboard.press("Enter")
    expect(alert).to_have_count(0)
    expect(page.locator("input:checked")).to_have_count(0)
    assert page.evaluate(FOCUSED)
