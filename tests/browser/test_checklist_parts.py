"""Every part of the checklist, all questions open: on a phone, in large text, by key, offline."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import accessibility as site
from tests.browser.looks import CUT_TEXT, SMALL, VIEWS
from tests.browser.quiz_page import CHECKLIST
from tests.browser.test_axe import groups_of_controls, violations
from tests.browser.test_checklist import GO_ON, SET, card, say
from tests.triage.states import SYMPTOMS

LEGENDS = {
    "changed": "Is it new, or has it changed?",
    "severity": "How bad is it, at its worst? 0 is none, 10 is the worst you can think of.",
    "days": "When did you last poop?",
    "since": "Since when?",
}
TREATED = "all => all.forEach((one) => one.click())"
LEFT = "() => document.querySelector('.tb-pager button:last-child').disabled === false"


@pytest.fixture
def opened(page: Page, dashboard: str) -> Page:
    site.visit(page, f"{dashboard}{CHECKLIST}.html")
    return page


def answer_everything(page: Page, answer: str = "unsure") -> None:
    """Give every symptom an answer that asks for more, and go on past the emergency."""
    page.evaluate(SET, dict.fromkeys(SYMPTOMS, answer))
    page.locator("[data-question=places] input, [data-modifier] input").evaluate_all(TREATED)
    if page.get_by_role("button", name=GO_ON).is_visible():
        page.get_by_role("button", name=GO_ON).click()


def parts(page: Page) -> int:
    """Return how many parts a phone shows, and go back to the first."""
    return page.locator(".tb-group").count()


@pytest.mark.parametrize("view", [one for one, (width, *_) in VIEWS.items() if width < 700])
def test_no_part_is_cut_or_scrolls_sideways(opened: Page, view: str) -> None:
    width, height, style = VIEWS[view]
    opened.set_viewport_size({"width": width, "height": height})
    opened.get_by_label("I answer for someone else.").check()
    answer_everything(opened)
    problems = []
    for part in range(parts(opened)):
        problems += [f"part {part + 1}: {words}" for words in opened.evaluate(CUT_TEXT, style)]
        small = opened.locator(".tb-checklist :is(label:has(input), button)").evaluate_all(SMALL)
        problems += [f"part {part + 1}, small: {words}" for words in small]
        if opened.evaluate(LEFT):
            opened.get_by_role("button", name="Next part").click()
    assert opened.evaluate(LEFT) is False
    assert problems == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_part_violates_an_axe_rule(opened: Page, scheme: str) -> None:
    opened.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    opened.set_viewport_size(site.PHONE)
    answer_everything(opened)
    problems = []
    for part in range(parts(opened)):
        problems += [f"part {part + 1}: {problem}" for problem in violations(opened)]
        if opened.evaluate(LEFT):
            opened.get_by_role("button", name="Next part").click()
    assert problems == []


def test_a_screen_reader_is_told_every_question_that_follows_an_answer(
    opened: Page, dashboard: str
) -> None:
    ((_, sheet),) = site.pages_with(dashboard, "checklist")
    answer_everything(opened)
    told = groups_of_controls(opened)
    assert [options for name, options in told if not name] == []
    for field, legend in LEGENDS.items():
        options = [option["text"] for option in sheet["controls"][field]["options"]]
        count = sum(field in [*one["fields"], "since"] for one in site.questions(sheet))
        assert [one for name, one in told if name == legend] == [options] * count
    for symptom in site.questions(sheet):
        assert card(opened, symptom["id"]).get_by_role("group", name=symptom["ask"]).count() == 1


def test_a_phone_part_is_answered_and_turned_by_key_alone(opened: Page) -> None:
    opened.set_viewport_size(site.PHONE)
    press, focused = opened.keyboard.press, opened.locator(":focus")
    for _ in range(3):
        opened.get_by_role("button", name="Next part").focus()
        press("Enter")
    expect(focused).to_have_text("Back and nerves")
    press("Tab")
    press("Tab")
    press("Space")
    expect(card(opened, "spine_pain").get_by_label("Yes", exact=True)).to_be_checked()
    press("Tab")
    for _ in range(3):
        press("Space")
        press("Tab")
    expect(card(opened, "spine_pain").locator(".tb-ask-changed :checked")).to_have_count(3)
    press("ArrowDown")
    press("ArrowDown")
    expect(card(opened, "spine_pain").locator(".tb-ask-severity :checked")).to_have_value("s2")


def test_p14_after_it_has_loaded_the_checklist_needs_no_line(
    opened: Page, context: BrowserContext
) -> None:
    """Asking, advising, the emergency, the print and the file work offline."""
    context.set_offline(True)
    failed: list[str] = []
    opened.on("requestfailed", lambda one: failed.append(one.url))
    say(opened, "limb_weakness", "Yes")
    expect(opened.locator(".tb-emergency")).to_be_visible()
    opened.get_by_role("button", name=GO_ON).click()
    say(opened, "limb_weakness", "No")
    say(opened, "spine_pain", "Yes")
    expect(opened.locator(".tb-result-now")).to_contain_text("Call today.")
    opened.locator("[data-question=places] input[value=ribs]").check()
    opened.evaluate("window.print = () => {}")
    opened.get_by_role("button", name="Print my page for the care team").click()
    expect(opened.locator(".tb-care")).to_contain_text("Ribs")
    opened.evaluate("dispatchEvent(new Event('afterprint'))")
    with opened.expect_download() as download:
        opened.get_by_role("button", name="Save my answers as a file (FHIR)").click()
    assert "spine_pain" in Path(download.value.path()).read_text("utf-8")
    opened.get_by_role("button", name="Clear my answers").click()
    expect(opened.locator("input:checked")).to_have_count(0)
    assert [one for one in failed if not one.startswith("blob:")] == []
