"""The choice about outlook: two buttons alike, a way back, and no figure on other paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser import accessibility as site
from tests.browser.test_care_page import packed
from tests.browser.test_opt_in import LOOKS
from tests.browser.test_outlook import CHOICE, NUMBERS, TOLD


def test_no_paper_but_their_own_has_the_figures_even_after_they_were_read(
    page: Page, dashboard: str, tmp_path: Path
) -> None:
    site.visit(page, dashboard + NUMBERS)
    for sheet in site.sheets(dashboard, NUMBERS):
        site.answer_all(page, sheet)
    for path in (CHOICE, "patient/07_living_with_it.html", "patient/09_my_page.html"):
        site.visit(page, dashboard + path)
        page.pdf(path=tmp_path / "page.pdf")
        text = packed(" ".join(x.extract_text() for x in PdfReader(tmp_path / "page.pdf").pages))
        assert packed("Last checked") in text
        assert [words for words in TOLD if packed(words) in text] == []


@pytest.mark.parametrize("width", [360, 1280])
def test_both_choices_look_alike_and_the_numbers_can_be_hidden_again(
    page: Page, dashboard: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    site.visit(page, dashboard + CHOICE)
    choices = page.locator(".tb-choice a")
    expect(choices).to_have_count(2)
    first, second = (choices.nth(n).evaluate(LOOKS) for n in (0, 1))
    assert first == second
    choices.filter(has_text="Show me").press("Enter")
    expect(page).to_have_url(dashboard + NUMBERS)
    hide = page.locator(".tb-choice a").filter(has_text="Hide the numbers").first
    assert hide.evaluate("x => x.getBoundingClientRect().top") < 740  # seen without scrolling
    hide.press("Enter")
    expect(page).to_have_url(dashboard + CHOICE)
    page.go_back()
    expect(page).not_to_have_url(dashboard + NUMBERS)
