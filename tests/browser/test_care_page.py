"""My page for the care team: all that was ticked, on one sheet, printed alone."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from teachback import load_topic
from tests.browser import accessibility as site
from tests.browser.quiz_page import CHECKLIST
from tests.browser.test_checklist import GO_ON, SET

TOPIC = load_topic("bone_metastasis")
SYMPTOMS = [symptom.id for symptom in TOPIC.checklist.symptoms]
BUTTON = "Print my page for the care team"


def packed(text: str) -> str:
    return "".join(one for one in normalize("NFKC", text) if one.isalnum())


def printed(page: Page, folder: Path, paper: str) -> tuple[str, int]:
    """Print the care page, and return its words and how many sheets it takes."""
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name=BUTTON).click()
    file = folder / "care.pdf"
    page.pdf(path=file, format=paper)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    sheets = PdfReader(file).pages
    return packed(" ".join(sheet.extract_text() for sheet in sheets)), len(sheets)


def tick(page: Page, ids: list[str]) -> None:
    page.evaluate(SET, dict.fromkeys(SYMPTOMS, "no") | dict.fromkeys(ids, "yes"))
    if page.get_by_role("button", name=GO_ON).is_visible():
        page.get_by_role("button", name=GO_ON).click()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("count", [0, 1, 12, 20])
def test_what_was_ticked_fits_on_one_sheet_and_all_of_it_is_there(
    page: Page, dashboard: str, tmp_path: Path, paper: str, count: int
) -> None:
    site.visit(page, f"{dashboard}{CHECKLIST}.html")
    ids = SYMPTOMS[:: max(1, len(SYMPTOMS) // count)][:count] if count else []
    tick(page, ids)
    words, sheets = printed(page, tmp_path, paper)
    assert sheets == 1
    for symptom in TOPIC.checklist.symptoms:
        assert (packed(symptom.ask) in words) == (symptom.id in ids)
    for text in (*TOPIC.checklist.care_page.questions, "911", TOPIC.checklist.care_page.teaches):
        assert packed(text) in words
    for sign in TOPIC.checklist.danger_signs.signs:
        assert packed(sign.text) in words


def test_even_everything_is_printed(page: Page, dashboard: str, tmp_path: Path) -> None:
    site.visit(page, f"{dashboard}{CHECKLIST}.html")
    tick(page, SYMPTOMS)
    words, sheets = printed(page, tmp_path, "A4")
    assert sheets <= 2
    assert [s.id for s in TOPIC.checklist.symptoms if packed(s.ask) not in words] == []


def test_severity_since_when_ticks_and_treatment_are_on_it_and_it_goes_after_the_print(
    page: Page, dashboard: str, tmp_path: Path
) -> None:
    site.visit(page, f"{dashboard}{CHECKLIST}.html")
    card = page.locator('[data-question="spine_pain"]')
    card.get_by_label("Not sure").check()
    card.locator(".tb-ask-severity input").nth(4).check()
    card.get_by_label("My team knows about it.").check()
    card.get_by_label("Some weeks").check()
    page.locator('[data-modifier="blood_thinner"]').get_by_label("Yes", exact=True).check()
    words, _ = printed(page, tmp_path, "A4")
    for text in ("Not sure; since: Some weeks; how bad: 4 of 10; My team knows about it.",):
        assert packed(text) in words
    assert packed("Do you take a blood thinner? Yes") in words
    assert page.locator(".tb-care").count() == 0
