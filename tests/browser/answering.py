"""Giving the right answer to any type of question, by mouse or by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Locator, Page

from teachback.calculators import Calculator
from teachback.questions import Question

STOP = """() => {
  const at = document.activeElement;
  const row = at.closest("td")?.parentElement?.querySelector("th")?.textContent;
  return { tag: at.tagName, type: at.type, value: at.value, id: at.id, checked: at.checked,
    label: at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent, row,
    group: at.closest("fieldset")?.querySelector("legend")?.textContent };
}"""
WITHIN = "place => document.activeElement.closest(place) !== null"
HOW_SURE = "How sure are you?"
MOST_STOPS = 300


def card(page: Page, question: Question) -> Locator:
    return page.locator(f'[data-question="{question.id}"]')


def wanted(question: Question) -> dict[str, Any]:
    """Return what must be chosen, by the words a reader goes by."""
    texts = question.choices()
    right = question.elements(question.control().read(question.key()))
    return {element: texts.get(element, element) for element in right}


def press(page: Page, question: Question, stop: dict[str, Any]) -> None:
    """Give the right answer at one stop of the Tab key, if one belongs there."""
    if stop["tag"] == "SELECT":
        offered = page.evaluate("[...document.activeElement.options].map(o => o.value)")
        for _ in range(offered.index(select_key(question, stop["label"]))):
            page.keyboard.press("ArrowDown")
    elif stop["type"] == "number":
        page.keyboard.type(str(question.key()["value"]))
    elif is_right(question, stop):
        page.keyboard.press("Space")


def is_right(question: Question, stop: dict[str, Any]) -> bool:
    words = set(wanted(question).values())
    if question.type.startswith("matrix"):
        return stop["label"] in words
    if question.type == "multiple_response_grouping":
        group = next(one for one in question.groups if one.title == stop["group"])
        return stop["value"] in question.key()[group.id]
    return (bool(stop["value"]) and stop["value"] in question.key()) or stop["label"] in words


def select_key(question: Question, label: str) -> str:
    key = question.key()
    if label == "Unit":
        return str(key["unit"])
    return str(key[next(one.id for one in question.control().parts if one.label == label)])


def radio(page: Page, question: Question, stop: dict[str, Any]) -> None:
    """Walk a set of radio buttons by arrow keys until the right one is chosen."""
    page.keyboard.press("Space")
    for _ in range(10):
        now = page.evaluate(STOP)
        if is_right(question, now):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(stop)


def reach(page: Page, place: str) -> None:
    """Press Tab until the focus is within a place, as somebody does who has no pointer."""
    for _ in range(MOST_STOPS):
        if page.evaluate(WITHIN, place):
            return
        page.keyboard.press("Tab")
    raise AssertionError(place)


def answer_by_keyboard(page: Page, question: Question) -> None:
    """Answer a question, and check the answer if it can be checked; else go past it."""
    place = f':is(.tb-quiz, .tb-review) [data-question="{question.id}"]'
    reach(page, f"{place} :is(input, select, button)")
    while page.evaluate(WITHIN, place):
        stop = page.evaluate(STOP)
        if stop["tag"] == "BUTTON" and stop["label"] == "Check my answer":
            page.keyboard.press("Enter")
            return
        if stop["group"] == HOW_SURE:
            page.keyboard.press("Space")
        elif stop["type"] == "radio":
            radio(page, question, stop)
        else:
            press(page, question, stop)
        page.keyboard.press("Tab")


def choose_by_keyboard(page: Page, value: str) -> None:
    """Walk a set of radio buttons by arrow keys until this one is chosen."""
    page.keyboard.press("Space")
    for _ in range(10):
        if page.evaluate("document.activeElement.value") == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(value)


def calculate_by_keyboard(page: Page, calculator: Calculator, given: dict[str, Any]) -> None:
    """Give a calculator what it asks for, in the order in which it asks."""
    reach(page, f'.tb-calculator [data-question="{calculator.id}"] input')
    for one in calculator.inputs:
        if one.id in given:
            if one.options:
                choose_by_keyboard(page, given[one.id])
            else:
                page.keyboard.type(str(given[one.id]))
            page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def enter(place: Locator, question: Question) -> None:
    place.locator(".tb-number").fill(str(question.key()["value"]))
    if len(question.units) > 1:
        place.get_by_label("Unit", exact=True).select_option(question.key()["unit"])


def fill(place: Locator, question: Question) -> None:
    look, key = question.control().look, question.key()
    if look == "groups":
        for group in question.groups:
            subset = place.locator("fieldset.tb-subset").filter(has_text=group.title)
            tick(subset, key[group.id])
    elif look in {"rows", "columns"}:
        for words in wanted(question).values():
            place.get_by_label(words, exact=True).check()
    else:
        for part in question.control().parts:
            place.get_by_label(part.label, exact=True).select_option(key[part.id])


def highlight(place: Locator, question: Question) -> None:
    for words in wanted(question).values():
        place.get_by_role("button", name=words, exact=True).click()


def tick(place: Locator, ids: Iterable[str]) -> None:
    for one in ids:
        place.locator(f'input[value="{one}"]').check()


HANDS = {"enter_number": enter, "parts": fill, "highlight": highlight}


def answer_by_mouse(page: Page, question: Question) -> None:
    place, key = card(page, question), question.key()
    if hand := HANDS.get(question.control().kind):
        hand(place, question)
    else:
        tick(place, [key] if isinstance(key, str) else key)


def check(page: Page, question: Question) -> None:
    card(page, question).get_by_role("button", name="Check my answer").click()
