"""Triage practice in Chromium, without a kernel: by keyboard, kept on reload, clean for axe."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from teachback import TriagePractice, load_topic
from tests.browser.gallery import open_sheet

TOPIC = load_topic("bone_metastasis")
STORIES = {story.id: story for told in TOPIC.stories.values() for story in told.stories}
FOUR = replace(TOPIC, stories={"examples": TOPIC.stories["examples"]})
SHEET: dict[str, Any] = TriagePractice(FOUR, per_round=4, seed=3).sheet
NAMES = {level.id: level.name for level in TOPIC.checklist.levels}


def decide(page: Page, level: str) -> None:
    page.get_by_label(NAMES[level], exact=True).check()
    page.get_by_role("button", name="Decide").click()


def here(page: Page) -> Any:
    return STORIES[page.locator("form[data-question]").get_attribute("data-question")]


def test_nothing_of_the_rules_shows_before_the_nurse_has_decided(page: Page) -> None:
    open_sheet(page, SHEET)
    story = here(page)
    expect(page.locator("blockquote")).to_have_text(story.says)
    expect(page.locator("form input:checked")).to_have_count(0)
    page.get_by_role("button", name="Decide").click()
    expect(page.locator(".tb-feedback")).to_have_text("Choose how fast first.")
    assert story.trap not in page.locator("main").inner_text()
    decide(page, "NEXT_VISIT")
    expect(page.locator(".tb-feedback")).to_contain_text(story.trap)
    for rule in story.rules:
        expect(page.locator(".tb-reasons")).to_contain_text(f"Rule {rule}.")
    expect(page.locator("form input").first).to_be_disabled()


def test_an_emergency_placed_lower_is_named_and_the_round_counts_it(page: Page) -> None:
    open_sheet(page, SHEET)
    for number in range(4):
        level = here(page).level
        decide(page, "SAME_DAY" if level == "EMERGENCY_NOW" else level)
        words = "Under-triage of an emergency" if level == "EMERGENCY_NOW" else "The same"
        expect(page.locator(".tb-verdict")).to_contain_text(words)
        expect(page.locator(".tb-feedback")).to_be_focused()
        page.get_by_role("button", name="Next call" if number < 3 else "See how").click()
    expect(page.get_by_role("heading", name="How the round went")).to_be_focused()
    cells = page.locator(".tb-rounds td").all_inner_texts()
    assert cells == ["0 of 1", "1 of 4", "0 of 3"]
    page.get_by_role("button", name="Start the next round").click()
    expect(page.locator(".tb-count")).to_have_text("Round 2, call 1 of 4")


def test_decisions_are_there_after_a_reload_and_gone_when_cleared(page: Page) -> None:
    open_sheet(page, SHEET)
    decide(page, "SAME_DAY")
    said = page.locator(".tb-feedback").inner_text()
    page.reload()
    assert page.locator(".tb-feedback").inner_text() == said
    page.get_by_role("button", name="Clear my decisions").click()
    expect(page.locator(".tb-count")).to_have_text("Round 1, call 1 of 4")
    expect(page.locator("form input:checked")).to_have_count(0)


def test_each_visitor_has_an_order_of_their_own(page: Page) -> None:
    open_sheet(page, {**SHEET, "seed": None})
    seeds = set()
    for _ in range(3):
        decide(page, "SAME_DAY")
        seeds.add(page.evaluate("Object.values(sessionStorage).find(x => x.includes('seed'))"))
        page.get_by_role("button", name="Clear my decisions").click()
    assert len(seeds) == 3


def test_the_keyboard_is_enough(page: Page) -> None:
    open_sheet(page, SHEET)
    page.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".tb-feedback")).to_be_focused()
    page.keyboard.press("Tab")  # how the rules heard it
    page.keyboard.press("Enter")
    expect(page.locator(".tb-triage details")).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".tb-count")).to_have_text("Round 1, call 2 of 4")


def test_axe_finds_nothing_before_and_after_deciding(page: Page) -> None:
    open_sheet(page, SHEET)
    assert Axe().run(page).response["violations"] == []
    decide(page, "SAME_DAY")
    page.emulate_media(reduced_motion="reduce")
    page.wait_for_timeout(300)
    assert Axe().run(page).response["violations"] == []
