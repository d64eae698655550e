"""The whole course by keyboard alone, on a phone and on a desk: every page, every question."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from teachback import load_topic
from tests.browser import accessibility as site
from tests.browser.keyboard import Keyboard

TOPIC = load_topic("bone_metastasis")
WEIGHT = 200_000
ALL_PRACTICE = "nurse/11_look_back.html"  # asks again whatever was missed: it holds every question
SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
SHOWN = "form => form.checkVisibility()"


def answer_page(page: Page, keyboard: Keyboard, sheets: list[dict[str, Any]]) -> list[str]:
    """Answer everything that a page shows, as a reader who knows; return the quizzes taken."""
    taken = []
    for sheet in sheets:
        for question in site.questions(sheet):
            if not site.card(page, question).evaluate(SHOWN):
                continue  # on a phone: in another part of the list
            right = ["no"] if sheet["kind"] == "checklist" else site.answer_with(question, "right")
            keyboard.answer(question, right or [])
            if sheet["kind"] == "quiz":
                keyboard.tab_to("Check my answer")
                keyboard.press("Enter")
                expect(site.card(page, question).get_by_role("status")).to_contain_text("Right.")
        taken += [sheet["key"]] * (sheet["kind"] == "quiz")
    return taken


def expect_place(page: Page, number: int | None, count: int) -> None:
    """Expect the header and the foot to say where one is, in words, and the dots to agree."""
    if number is None:
        expect(page.locator(".tb-way, .tb-here")).to_have_count(0)
        return
    words = f"{number} of {count}"
    expect(page.locator(".tb-here")).to_contain_text(words)
    expect(page.locator(".tb-way")).to_have_text(words)
    expect(page.locator(".tb-way .is-done")).to_have_count(number)
    expect(page.locator(".tb-way .tb-dot")).to_have_count(count)


@pytest.mark.parametrize("width", [360, 1280])
def test_all_pages_are_read_answered_printed_and_cleared_by_keyboard(
    page: Page, dashboard: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.add_init_script("globalThis.printed = 0; window.print = () => { printed += 1 }")
    keyboard = Keyboard(page)
    way, taken = walk_forwards(page, keyboard, dashboard)
    numbers = [one for one in map(chapter_of, way) if one]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(1, max(numbers) + 1))
    remember = [x for one in taken for x in TOPIC.quizzes[one].remember]
    assert remember
    mine = page.locator("[data-teachback=my-page]")
    for line in remember:
        expect(mine.get_by_text(line, exact=True)).to_be_visible()
    keyboard.tab_to("Print my page")
    keyboard.press("Enter")
    assert page.evaluate("printed") == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    keyboard.tab_to("Clear all my answers")
    keyboard.press("Enter")
    expect(page.get_by_text("All your answers are cleared")).to_be_visible()
    for line in remember:
        expect(mine.get_by_text(line, exact=True)).to_have_count(0)
    assert walk_backwards(page, keyboard) == way[::-1]


def chapter_of(address: str) -> int | None:
    found = re.search(r"/(\d+)_", address)
    return int(found[1]) if found else None


def walk_forwards(page: Page, keyboard: Keyboard, start: str) -> tuple[list[str], list[str]]:
    """Go from the start by Next alone, answering on the way; return pages and quizzes."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    site.visit(page, start)
    way, taken = [page.url], []
    count = max(int(one) for one in re.findall(r"patient/(\d+)_", " ".join(site.paths(start))))
    while page.get_by_role("link", name="Next:").count():
        expect_place(page, chapter_of(page.url), count)
        taken += answer_page(page, keyboard, site.sheets(start, page.url.removeprefix(start)))
        keyboard.tab_to("Next:")
        keyboard.press("Enter")
        expect(page).not_to_have_url(way[-1])
        expect(page.locator("[data-island] > script")).to_have_count(0)
        way.append(page.url)
    assert asked == way  # a page is one request: nothing else is fetched, whatever is answered
    return way, taken


def walk_backwards(page: Page, keyboard: Keyboard) -> list[str]:
    way = [page.url]
    while page.get_by_role("link", name="Back:").count():
        keyboard.tab_to("\u2190 Back:", "Shift+Tab")
        keyboard.press("Enter")
        expect(page).not_to_have_url(way[-1])
        way.append(page.url)
    return way


def test_no_page_weighs_more_than_200_kb_before_pictures(dashboard: str) -> None:
    weights = {
        p: len(SVG.sub("", site.source(dashboard + p)).encode()) for p in site.paths(dashboard)
    }
    assert {path for path, weight in weights.items() if weight > WEIGHT} <= {ALL_PRACTICE}


def test_every_page_is_reached_and_leads_home_and_to_help(page: Page, dashboard: str) -> None:
    """What Next does not lead to, a link does: the numbers, the words, the sources, about."""
    asked_for = [p for p in site.paths(dashboard) if "data-opt-in>" in site.source(dashboard + p)]
    assert asked_for
    for path in site.paths(dashboard):
        page.goto(dashboard + path)
        expect(page.locator("header .tb-home")).to_have_attribute("href", "/")
        expect(page.locator("header summary")).to_have_text("Get help now")
        nexts = page.locator("nav[aria-label=Pages] a")
        links = nexts.evaluate_all("all => all.map(x => x.href)")
        assert not [one for one in links if one.removeprefix(dashboard) in asked_for]
