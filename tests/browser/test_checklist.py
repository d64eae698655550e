"""The symptom checklist on the screen: nothing is missed, nothing is hidden, nothing gets out."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import accessibility as site
from tests.browser.quiz_page import CHECKLIST

SET = """(answers) => {
  const find = (id, value) => `[data-question="${id}"] input[value="${value}"]`;
  for (const [id, value] of Object.entries(answers)) {
    const input = document.querySelector(find(id, value));
    if (!input.checked) input.click();
  }
}"""
GO_ON = "I have read this. Go on with the list."


@pytest.fixture
def opened(page: Page, dashboard: str) -> Page:
    site.visit(page, f"{dashboard}{CHECKLIST}.html")
    return page


def card(page: Page, symptom: str) -> Locator:
    return page.locator(f'[data-question="{symptom}"]')


def say(page: Page, symptom: str, answer: str) -> None:
    card(page, symptom).get_by_label(answer, exact=True).first.check()


def test_an_emergency_stops_the_list_until_it_was_read_and_stays_in_sight(opened: Page) -> None:
    say(opened, "limb_weakness", "Yes")
    screen = opened.locator(".tb-emergency")
    expect(screen.get_by_role("link", name="Call 911")).to_have_attribute("href", "tel:911")
    expect(screen).to_contain_text('Say: "I have breast cancer in my bones."')
    assert opened.evaluate("document.activeElement.textContent") == "Get help now"
    expect(card(opened, "fall")).to_be_hidden()
    opened.reload()
    expect(card(opened, "fall")).to_be_hidden()
    opened.get_by_role("button", name=GO_ON).click()
    expect(card(opened, "fall")).to_be_visible()
    expect(screen).to_be_visible()
    say(opened, "chest_pain", "Not sure")
    expect(opened.get_by_role("button", name=GO_ON)).to_be_visible()
    say_hidden(opened, {"chest_pain": "no", "limb_weakness": "no"})
    expect(screen).to_be_hidden()


def test_a_warning_that_hangs_on_an_open_answer_shows_but_does_not_stop_the_list(
    opened: Page,
) -> None:
    say(opened, "headache", "Yes")
    screen = opened.locator(".tb-emergency")
    expect(screen).to_be_visible()
    expect(opened.get_by_role("button", name=GO_ON)).to_be_hidden()
    severity = card(opened, "headache").locator(".tb-ask-severity input")
    severity.nth(9).check()
    expect(opened.get_by_role("button", name=GO_ON)).to_be_visible()
    opened.get_by_role("button", name=GO_ON).click()
    severity.nth(2).check()
    expect(screen).to_be_hidden()


def say_hidden(page: Page, answers: dict[str, str]) -> None:
    page.evaluate(SET, answers)


def test_none_of_these_clears_and_blocks_its_group_until_it_is_taken_back(opened: Page) -> None:
    say(opened, "fall", "Yes")
    none = opened.get_by_label("None of these: Bones, pain, and falls")
    none.check()
    expect(card(opened, "fall").locator("input:checked")).to_have_count(0)
    expect(card(opened, "fall").locator("input").first).to_be_disabled()
    expect(opened.locator(".tb-result-now")).to_contain_text("5 of 56")
    none.uncheck()
    expect(card(opened, "fall").locator("input").first).to_be_enabled()


def test_known_checked_and_the_same_lowers_only_when_all_three_are_ticked(opened: Page) -> None:
    say(opened, "spine_pain", "Yes")
    ticks = card(opened, "spine_pain").locator(".tb-ask-changed input")
    expect(opened.locator(".tb-result-now")).to_contain_text("Call today.")
    for tick in ticks.all()[:2]:
        tick.check()
    card(opened, "spine_pain").locator(".tb-ask-severity input").nth(2).check()
    expect(opened.locator(".tb-result-now")).to_contain_text("Call today.")
    ticks.last.check()
    expect(opened.locator(".tb-result-now")).not_to_contain_text("Call today.")
    expect(opened.locator(".tb-result-now")).to_contain_text("Not enough answers yet")


def test_answering_for_someone_else_changes_every_question(opened: Page, dashboard: str) -> None:
    opened.get_by_label("I answer for someone else.").check()
    ((_, sheet),) = site.pages_with(dashboard, "checklist")
    legends = opened.locator("[data-question] .tb-pick_one > legend").all_inner_texts()
    for symptom in site.questions(sheet):
        assert symptom["other"] in legends
    for modifier in sheet["modifiers"]:
        if modifier["missing"]:
            assert opened.get_by_text(modifier["ask_other"], exact=True).is_visible()
    expect(opened.locator(".tb-checklist").get_by_text("Do you")).to_have_count(0)


def test_an_unfinished_list_never_gives_a_low_level(opened: Page) -> None:
    status = opened.locator(".tb-result-now")
    for symptom in ("sleep_trouble", "fall", "thirst"):
        opened.get_by_role("button", name="Clear my answers").click()
        say(opened, symptom, "Yes")
        expect(status).to_contain_text("Not enough answers yet: 1 of 56.")
        expect(opened.locator(".tb-step.is-here")).to_have_count(0)


def test_a_finished_list_names_every_rule_that_fired_with_its_source(
    opened: Page, dashboard: str
) -> None:
    ((_, sheet),) = site.pages_with(dashboard, "checklist")
    answers = dict.fromkeys((one["id"] for one in site.questions(sheet)), "no")
    say_hidden(opened, answers | {"fall": "yes", "sleep_trouble": "yes"})
    for place in opened.locator("[data-modifier]").all():
        if place.is_visible():
            place.get_by_label("No", exact=True).check()
    result = opened.locator(".tb-result")
    expect(opened.locator(".tb-step.is-here")).to_contain_text("Call within a day")
    for rule in ("T14", "T51"):
        expect(result).to_contain_text(f"Rule {rule}. Source: ")
        expect(result).to_contain_text(sheet["rules"][rule]["reason"])
    levels = result.get_by_role("heading", level=4).all_inner_texts()
    assert levels == ["Call within a day", "Tell your team at your next visit"]


def test_whether_the_team_answers_is_asked_only_when_it_matters(opened: Page) -> None:
    asked = opened.locator('[data-modifier="team_unreachable"]')
    expect(asked).to_be_hidden()
    say(opened, "pain_not_controlled", "Yes")
    asked.get_by_label("Yes", exact=True).check()
    expect(opened.locator(".tb-emergency")).to_be_visible()


def test_p14_a_phone_shows_a_part_at_a_time_with_the_red_flags_on_the_first_two(
    opened: Page, dashboard: str
) -> None:
    opened.set_viewport_size(site.PHONE)
    ((_, sheet),) = site.pages_with(dashboard, "checklist")
    shown = "all => all.filter(x => x.checkVisibility()).map(x => x.dataset.question)"
    screens = [[symptom["id"] for symptom in group["symptoms"]] for group in sheet["groups"]]
    screens.insert(2, ["places"])
    count = len(screens) + 2  # treatment and the result come after them
    for number, screen in enumerate(screens, start=1):
        expect(opened.get_by_text(f"Part {number} of {count}", exact=True)).to_be_visible()
        visible = opened.locator("[data-question]").evaluate_all(shown)
        assert visible == screen
        opened.get_by_role("button", name="Next part").click()
        assert opened.evaluate("document.activeElement.tagName") == "H3"
    opened.set_viewport_size(site.DESKTOP)
    assert len(opened.locator("[data-question]").evaluate_all(shown)) == 54
