"""On the screen, too: typing changes nothing, and a person may go higher but never lower."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser import accessibility as site
from tests.browser.quiz_page import CHECKLIST
from tests.browser.test_checklist import GO_ON, SET, say
from tests.triage.states import CHECKLIST as RULES
from tests.triage.states import SYMPTOMS

FREE = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]"
KEPT = """() => [JSON.stringify(sessionStorage), document.querySelector(".tb-result").outerHTML,
  document.querySelector(".tb-emergency").outerHTML].join("\\n")"""
DANGER = "() => document.querySelector('.tb-checklist .tb-danger').outerHTML"
BUTTONS = {
    GO_ON,
    "Back",
    "Next part",
    "Print my page for the care team",
    "Save my answers as a file (FHIR)",
    "Clear my answers",
}
WORDS = "mylegsareweakbutiamfine0123456789,.!?"


def finish(page: Page, **answers: str) -> None:
    """Answer everything: no, unless it is said here."""
    page.evaluate(SET, dict.fromkeys(SYMPTOMS, "no") | answers)
    for place in page.locator("[data-modifier]").all():
        if place.is_visible():
            place.get_by_label("No", exact=True).check()


def test_p11_nothing_can_be_typed_and_typing_leaves_the_danger_signs_in_sight(
    page: Page, dashboard: str
) -> None:
    site.visit(page, f"{dashboard}{CHECKLIST}.html")
    expect(page.locator(".tb-checklist").locator(FREE)).to_have_count(0)
    say(page, "sleep_trouble", "Yes")
    page.set_viewport_size(site.PHONE)
    before = page.evaluate(KEPT)
    for control in page.locator(".tb-checklist :is(input, button)").all():
        if control.is_visible():
            control.focus()
            page.keyboard.type(WORDS)
    assert page.evaluate(KEPT) == before
    danger = page.locator(".tb-checklist .tb-danger")
    for _ in range(page.locator(".tb-group").count() - 1):
        expect(danger).to_be_visible()
        expect(page.get_by_text("Get help now").first).to_be_in_viewport()
        page.get_by_role("button", name="Next part").click()
    expect(danger).to_be_visible()


def test_p17_a_person_may_go_higher_from_every_level_and_by_no_button_lower(
    page: Page, dashboard: str
) -> None:
    site.visit(page, f"{dashboard}{CHECKLIST}.html")
    finish(page, fall="yes")
    here = page.locator(".tb-step.is-here")
    expect(here).to_contain_text("Call within a day")
    expect(here).to_have_attribute("aria-current", "true")
    expect(page.locator(".tb-result")).to_contain_text("You may always get help sooner")
    for level in RULES.levels:  # what is higher stays in sight, with what to do
        if level.rank >= 0:
            expect(page.locator(f".tb-step.tb-rank-{level.rank}")).to_contain_text(level.text)
    say(page, "very_worried", "Yes")
    expect(here).to_contain_text("Call today")
    page.locator("[data-modifier=team_unreachable]").get_by_label("Yes", exact=True).check()
    expect(page.locator(".tb-emergency")).to_be_visible()
    before = page.locator(".tb-result-now, .tb-result-why, .tb-steps").all_inner_texts()
    page.get_by_role("button", name=GO_ON).click()
    page.get_by_label("I answer for someone else.").check()
    shown = page.locator(".tb-result-now, .tb-result-why, .tb-steps").all_inner_texts()
    assert shown == before
    expect(page.locator(".tb-emergency a[href='tel:911']")).to_be_visible()
    assert set(page.locator(".tb-checklist button").all_text_contents()) == BUTTONS


def test_p16_the_danger_signs_are_the_same_bytes_whatever_is_ticked(
    page: Page, dashboard: str
) -> None:
    site.visit(page, f"{dashboard}{CHECKLIST}.html")
    before = page.evaluate(DANGER)
    for answers in ({}, {"fall": "yes"}, {"seizure": "unsure"}, dict.fromkeys(SYMPTOMS, "yes")):
        finish(page, **answers)
        assert page.evaluate(DANGER) == before
        expect(page.locator(".tb-teaches")).to_contain_text("This page teaches.")
