"""A calculator in Chromium, without a kernel: steps, refusals, keyboard, reload, axe."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from teachback import Calculator, calculate, load_topic
from tests.browser.gallery import open_sheet

TOPIC = load_topic("bone_metastasis")


def fill(page: Page, calcium: str, albumin: str) -> None:
    page.get_by_label("Calcium in mg/dL").check()
    page.get_by_label("Total calcium").fill(calcium)
    page.get_by_label("Albumin", exact=True).fill(albumin)
    page.get_by_role("button", name="Calculate").click()


def test_the_page_says_what_python_says_with_every_step_and_source(page: Page) -> None:
    open_sheet(page, Calculator(TOPIC, "corrected_calcium").sheet)
    expect(page.locator(".tb-training")).to_contain_text("For training, not for care.")
    expect(page.locator("input:checked")).to_have_count(0)
    fill(page, "13.2", "3")
    result = calculate(TOPIC, "corrected_calcium", units="us", calcium=13.2, albumin=3)
    shown = page.locator(".tb-sum")
    expect(shown).to_be_focused()
    for words in (result.answer, result.level, result.action, *result.steps, "StatPearls"):
        expect(shown).to_contain_text(words)
    page.reload()
    expect(shown).to_contain_text("14.0 mg/dL")


def test_what_cannot_be_is_refused_and_the_first_wrong_field_holds_the_focus(page: Page) -> None:
    open_sheet(page, Calculator(TOPIC, "corrected_calcium").sheet)
    fill(page, "2.9", "3")
    expect(page.locator(".tb-sum")).to_contain_text("A number such as 2.9 is in mmol/L.")
    expect(page.get_by_label("Total calcium")).to_be_focused()
    expect(page.get_by_label("Total calcium")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Albumin", exact=True)).to_have_attribute("aria-invalid", "false")
    page.get_by_label("Total calcium").fill("11.6")
    expect(page.locator(".tb-sum")).to_be_empty()


def test_only_what_matters_is_asked_and_a_hidden_value_never_counts(page: Page) -> None:
    open_sheet(page, Calculator(TOPIC, "zoledronic_acid").sheet)
    page.get_by_label("Creatinine clearance").fill("45")
    page.get_by_label("A later one").check()
    page.get_by_label("Within the laboratory").check()
    page.get_by_label("Creatinine before").fill("0.9")
    page.get_by_label("Creatinine today").fill("1.4")
    page.get_by_role("button", name="Calculate").click()
    expect(page.locator(".tb-verdict")).to_have_text("Hold")
    page.get_by_label("The first one").check()
    expect(page.get_by_label("Creatinine today")).to_be_hidden()
    page.get_by_role("button", name="Calculate").click()
    expect(page.locator(".tb-verdict")).to_have_text("3.3 mg")


@pytest.mark.parametrize("name", TOPIC.calculators)
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_page(
    page: Page, name: str, width: int
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    open_sheet(page, Calculator(TOPIC, name).sheet)
    page.get_by_role("button", name="Calculate").click()
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
