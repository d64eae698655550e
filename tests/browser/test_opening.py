"""A page's first drawing leaves out what is not seen; nobody may notice it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import accessibility as site

LESSON = "patient/03_signs_to_know.html"
SHIFTS = """() => {
  window.shifts = [];
  new PerformanceObserver(list => shifts.push(...list.getEntries().map(one => one.value)))
    .observe({ type: "layout-shift", buffered: true });
}"""
SETTLED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
HELD_BACK = """() => [...document.querySelectorAll("main *")].filter(
  one => getComputedStyle(one).contentVisibility !== "visible").length"""


@pytest.mark.parametrize("size", [site.DESKTOP, site.PHONE], ids=["1280", "360"])
def test_nothing_moves_while_a_page_opens(page: Page, dashboard: str, size: Any) -> None:
    page.add_init_script(f"({SHIFTS})()")
    page.set_viewport_size(size)
    moved = {}
    for path in site.paths(dashboard):
        site.open_whole(page, dashboard + path)
        page.evaluate(SETTLED)
        moved[path] = page.evaluate("shifts")
    assert {path: shifts for path, shifts in moved.items() if shifts} == {}


def test_a_page_that_has_opened_holds_nothing_back(page: Page, dashboard: str) -> None:
    site.open_whole(page, dashboard + LESSON)
    assert page.evaluate(HELD_BACK) == 0


def test_without_scripts_nothing_is_held_back(browser: Browser, dashboard: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(dashboard + LESSON)
        assert page.evaluate(HELD_BACK) == 0


def test_an_address_with_a_place_opens_at_this_place(page: Page, dashboard: str) -> None:
    """Also in a browser that lets the page slip when something above grows, as some do."""
    page.add_init_script("document.documentElement.style.overflowAnchor = 'none'")
    site.open_whole(page, f"{dashboard}{LESSON}#S-SCO")
    page.evaluate(SETTLED)
    expect(page.locator("#S-SCO")).to_be_in_viewport()


def test_back_returns_to_the_line_that_was_left(page: Page, dashboard: str) -> None:
    site.open_whole(page, dashboard + LESSON)
    heading = page.get_by_role("heading", name="Too much calcium in the blood")
    heading.evaluate("one => one.scrollIntoView({ behavior: 'instant' })")
    left = page.evaluate("scrollY")
    page.goto(f"{dashboard}about.html")
    page.go_back()
    page.evaluate(SETTLED)
    expect(heading).to_be_in_viewport()
    assert page.evaluate("scrollY") == pytest.approx(left, abs=2)
