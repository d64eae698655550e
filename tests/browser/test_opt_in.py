"""Numbers that a reader must ask for: nowhere before, easy to hide, and in nobody's way."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser import made_course
from tests.browser.made_course import CHOICE, LESSON, MINE, NUMBERS

SECRET = ("42 of 100", "7 years", "made-up study")
LOOKS = """link => {
  const style = getComputedStyle(link), { width, height, top } = link.getBoundingClientRect();
  return ["color", "backgroundColor", "borderTopColor", "borderTopWidth", "fontSize", "fontWeight"]
    .map(name => style[name]).concat(width, height);
}"""


@pytest.mark.parametrize("width", [360, 1280])
def test_the_two_choices_weigh_the_same(page: Page, course: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(course + CHOICE)
    choices = page.locator(".tb-choice a")
    expect(choices).to_have_text(["Show me", "Not now"])
    first, second = (choices.nth(n).evaluate(LOOKS) for n in (0, 1))
    assert first == second
    assert first[-1] >= 48
    assert page.locator(".tb-choice :is([aria-current], [autofocus], .tb-primary)").count() == 0


def test_the_numbers_are_in_no_other_page_and_on_no_other_paper(
    page: Page, course: str, tmp_path: Path
) -> None:
    site = made_course.course()
    for one in site.pages:
        body = site.html(one, root="/")
        assert [words for words in SECRET if words in body] == (
            list(SECRET) if one.address == NUMBERS else []
        )
    for address in (CHOICE, LESSON, MINE):
        page.goto(course + address)
        page.wait_for_load_state("load")
        page.pdf(path=tmp_path / "page.pdf")
        text = " ".join(x.extract_text() for x in PdfReader(tmp_path / "page.pdf").pages)
        assert not [words for words in SECRET if words in text]


def test_back_and_next_never_lead_to_them(page: Page, course: str) -> None:
    page.goto(course)
    seen = {page.url}
    while page.get_by_role("link", name="Next:").count():
        page.get_by_role("link", name="Next:").click()
        seen.add(page.url)
    assert course + CHOICE in seen
    assert course + NUMBERS not in seen


@pytest.mark.parametrize("leave", ["Hide the numbers", "Go on"])
def test_who_asks_sees_them_and_leaves_them_behind(page: Page, course: str, leave: str) -> None:
    page.goto(course + CHOICE)
    page.get_by_role("link", name="Show me").press("Enter")
    expect(page.get_by_text(SECRET[0])).to_be_visible()
    hide = page.get_by_role("link", name=leave)
    hide.press("Enter")
    expect(page).not_to_have_url(course + NUMBERS)
    page.go_back()
    expect(page).not_to_have_url(course + NUMBERS)
    expect(page.get_by_text(SECRET[0])).to_have_count(0)
