"""What a reader needs of every page: words that are heard, large targets, no surprises."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import accessibility as site
from tests.browser.calm import calm
from tests.browser.looks import EDGELESS, SMALL

HEAR = """() => {
  globalThis.heard = [];
  for (const place of document.querySelectorAll("[role=status], [role=alert]"))
    new MutationObserver(() => heard.push([place.getAttribute("role"), place.textContent]))
      .observe(place, { childList: true, subtree: true, characterData: true });
}"""
HEARD = "() => heard.splice(0)"
CONTROLS = "header, nav, button:not(.tb-term, .tb-passage)"  # those two are words of the text
PRINTED = """ids => ids.map(id => {
  const control = document.querySelector(`[data-question="${id}"] .tb-control`);
  const seen = [...control.querySelectorAll("label:has(input)")].filter(x => x.checkVisibility());
  return seen.map(x => x.innerText);
})"""
PLACES = """all => all.map(x => [x.innerText, Math.round(x.getBoundingClientRect().right),
  [...document.querySelectorAll("a, button, summary, input")].indexOf(x)])"""


def test_an_answer_is_announced_once_in_words_by_a_status_that_was_there(
    page: Page, dashboard: str
) -> None:
    words = {"right": "Right.", "partly": "Partly right", "wrong": "Not quite."}
    for path, sheet in site.pages_with(dashboard, "quiz"):
        site.visit(page, dashboard + path)
        page.evaluate(HEAR)
        for question in site.questions(sheet):
            for verdict, word in words.items():
                if answer := site.answer_with(question, verdict):
                    site.choose(page, question, answer)
                    page.evaluate(HEARD)
                    site.check(page, question)
                    spoken = [text for role, text in page.evaluate(HEARD) if role == "status"]
                    assert any(text.startswith(word) for text in spoken)
                    assert len(spoken) == 2  # the reason, and how far one is


def test_an_emergency_is_an_alert_at_the_first_tick(page: Page, dashboard: str) -> None:
    for path, sheet in site.pages_with(dashboard, "checklist"):
        site.visit(page, dashboard + path)
        page.evaluate(HEAR)
        for question in site.symptoms_of_rank(sheet, site.EMERGENCY):
            page.get_by_role("button", name="Clear my answers").click()
            page.evaluate(HEARD)
            site.choose(page, question, ["yes"])
            alerts = [text for role, text in page.evaluate(HEARD) if role == "alert"]
            assert len(alerts) == 1
            assert sheet["danger"]["action"].split(".")[0] in alerts[0]


@pytest.mark.parametrize("kind", ["quiz", "checklist"])
def test_focus_survives_answers_reasons_clearing_and_the_kernel(
    page: Page, classroom: str, kind: str
) -> None:
    path, sheet = site.pages_with(classroom, kind)[0]
    first = next(x for x in calm(sheet) if x["control"]["kind"] == "pick_one")
    inputs = site.card(page, first).locator("input")
    site.visit(page, classroom + path, kernel=True)
    inputs.first.focus()
    page.keyboard.press("ArrowDown")
    before = page.locator("main h1 ~ *:not([data-quiet])").all_inner_texts()
    site.wait_for_kernel(page, "connected")
    expect(inputs.nth(1)).to_be_focused()
    expect(inputs.nth(1)).to_be_checked()
    assert page.locator("main h1 ~ *:not([data-quiet])").all_inner_texts() == before
    page.keyboard.press("ArrowDown")
    expect(inputs.nth(2)).to_be_focused()
    for button in [*site.card(page, first).get_by_role("button").all(), None]:
        (button or page.get_by_role("button", name="Clear my answers")).press("Enter")
        expect(page.locator(":focus")).to_have_count(1)
    expect(page.locator("[data-question] input").first).to_be_focused()
    expect(page.locator("main input:checked")).to_have_count(0)


def test_answers_outlive_a_cut_line_and_a_reload(page: Page, classroom: str) -> None:
    line = site.Line(page)
    (path, sheet), *_ = site.pages_with(classroom, "quiz")
    site.visit(page, classroom + path, kernel=True)
    site.wait_for_kernel(page, "connected")
    site.answer_all(page, sheet)
    answered = (quiz := page.locator("[data-teachback=quiz]")).inner_text()
    line.cut()
    expect(
        page.get_by_role("status").get_by_text("Your answers are still on this page")
    ).to_be_visible()
    expect(quiz).to_have_text(answered, use_inner_text=True)
    page.reload()
    expect(quiz).to_have_text(answered, use_inner_text=True)


@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_at_least_44_pixels_each_way(page: Page, dashboard: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    targets = page.locator(
        "label:has(input), button:not(.tb-term), summary, header a, nav a, a.tb-button"
    )
    small = []
    for path in [*site.paths(dashboard), "no/such/page.html"]:
        site.open_whole(page, dashboard + path)
        page.locator("header summary").click() if page.locator("header").count() else None
        small += [f"/{path}: {text}" for text in targets.evaluate_all(SMALL)]
    assert not small, "\n".join(small)


def test_forced_colours_keep_the_edges_of_all_controls(page: Page, dashboard: str) -> None:
    page.emulate_media(forced_colors="active")
    for path in site.paths(dashboard):
        site.visit(page, dashboard + path)
        controls = (
            "label:has(input):not(.tb-cell), button:not(.tb-term), a.tb-button, header summary"
        )
        assert page.locator(controls).evaluate_all(EDGELESS) == [], path


@pytest.mark.parametrize("width", [320, 1280])
def test_help_is_in_the_same_place_on_every_page(page: Page, dashboard: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    places = {}
    for path in [*site.paths(dashboard), "no/such/page.html"]:
        site.open_whole(page, dashboard + path)
        places[path] = page.locator("header summary").evaluate_all(PLACES)
    assert len({str(place) for place in places.values()}) == 1, places


def test_print_has_everything_but_the_controls(page: Page, dashboard: str) -> None:
    for path in site.paths(dashboard):
        site.visit(page, dashboard + path)
        page.emulate_media(media="print")
        asked = [x for sheet in site.sheets(dashboard, path) for x in site.questions(sheet)]
        options = [[option["text"] for option in x["control"]["options"]] for x in asked]
        assert page.evaluate(PRINTED, [x["id"] for x in asked]) == options
        sheet = page.locator(".tb-diary-danger")  # the diary is printed alone, with its own
        must = sheet if sheet.count() else page.locator("main .tb-danger li, main .tb-sources li")
        assert must.evaluate_all("all => all.every(x => x.checkVisibility())")
        left = page.locator(CONTROLS).locator("visible=true")
        assert left.count() == 0, path


def test_text_danger_signs_and_help_need_no_script(browser: Browser, dashboard: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    for path in site.paths(dashboard):
        page.goto(dashboard + path)
        assert len(page.get_by_role("main").inner_text().split()) > 100
        page.locator("header summary").click()
        expect(page.locator("header").get_by_role("listitem")).to_have_count(5)
        expect(page.locator("header a[href^='tel:']").first).to_be_visible()
    page.close()
