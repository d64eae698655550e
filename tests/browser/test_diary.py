"""The seven-day diary: one sheet of paper, with the danger signs on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from teachback import load_topic
from tests.browser import accessibility as site
from tests.browser.test_care_page import packed

DIARY = load_topic("bone_metastasis").diary
SIGNS = load_topic("bone_metastasis").checklist.danger_signs


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_diary_prints_alone_on_one_sheet(
    page: Page, dashboard: str, tmp_path: Path, paper: str
) -> None:
    site.visit(page, f"{dashboard}patient/03_symptom_diary.html")
    file = tmp_path / "diary.pdf"
    page.pdf(path=file, format=paper)
    sheets = PdfReader(file).pages
    words = packed(" ".join(sheet.extract_text() for sheet in sheets))
    assert len(sheets) == 1
    for text in (DIARY.title, *DIARY.rows, "Day 7", SIGNS.action, *(s.text for s in SIGNS.signs)):
        assert packed(text) in words
    assert packed("When the week is over") not in words


def test_the_print_button_prints(page: Page, dashboard: str) -> None:
    site.visit(page, f"{dashboard}patient/03_symptom_diary.html")
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Print this page").click()
    assert page.evaluate("window.printed")
