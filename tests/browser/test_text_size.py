"""Text size: three buttons on every page, kept in the tab, with no kernel."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looks import CUT_TEXT, SMALL
from tests.browser.made_course import CHOICE, LESSON, MINE, NUMBERS
from tests.browser.test_axe import violations

SIZE = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"


def test_larger_and_smaller_go_step_by_step_and_keep_the_focus(page: Page, course: str) -> None:
    page.goto(course + LESSON)
    larger, smaller = (page.get_by_role("button", name=f"{x} text") for x in ("Larger", "Smaller"))
    sizes = [page.evaluate(SIZE)]
    while larger.get_attribute("aria-disabled") == "false":
        larger.press("Enter")
        sizes.append(page.evaluate(SIZE))
        expect(larger).to_be_focused()
        expect(page.locator(".tb-tools [role=status]")).to_contain_text(
            f"Text size {len(sizes)} of 5."
        )
    assert sizes == sorted(set(sizes))
    assert sizes[-1] >= 1.7 * sizes[0]
    smaller.press("Enter")
    assert page.evaluate(SIZE) == sizes[-2]
    page.get_by_role("button", name="Usual text size").press("Enter")
    assert page.evaluate(SIZE) == sizes[0]


def test_the_size_holds_on_all_pages_of_the_tab_and_in_no_other(page: Page, course: str) -> None:
    page.goto(course + LESSON)
    page.get_by_role("button", name="Larger text").click()
    size = page.evaluate(SIZE)
    page.goto(course + CHOICE)
    assert page.evaluate(SIZE) == size
    other = page.context.browser.new_page()  # type: ignore[union-attr]
    other.goto(course + CHOICE)
    assert other.evaluate(SIZE) < size
    other.close()


@pytest.mark.parametrize("address", [LESSON, MINE, NUMBERS])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_cut_at_the_largest_size(
    page: Page, course: str, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(course + address)
    for _ in range(4):
        page.get_by_role("button", name="Larger text").click()
    assert page.evaluate(CUT_TEXT, "") == []
    assert page.locator("label:has(input), button, summary, nav a").evaluate_all(SMALL) == []
    assert violations(page) == []
