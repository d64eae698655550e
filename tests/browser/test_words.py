"""Hard words open in place: by tap and by key, in every browser, and not on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser import accessibility as site
from tests.browser.made_course import LESSON, TOPIC
from tests.browser.test_axe import violations

WORD = TOPIC.glossary["metastasis"]
MARKS_APART = """all => all.filter(term => {
  const meaning = term.nextElementSibling?.matches(".tb-meaning") ? term.nextSibling : term;
  const words = meaning.nextSibling;
  if (words?.nodeType !== Node.TEXT_NODE || !/^[.,:;?!)]/.test(words.data)) return false;
  const mark = new Range();
  mark.setStart(words, 0);
  mark.setEnd(words, 1);
  const lines = [...term.getClientRects()], box = mark.getBoundingClientRect();
  return box.width && box.left < lines.at(-1).right - 1;
}).map(term => term.textContent)"""


@pytest.fixture
def lesson(page: Page, course: str) -> Page:
    page.goto(course + LESSON)
    expect(page.locator("form").first).to_be_visible()
    return page


def test_a_key_opens_a_word_and_escape_gives_the_focus_back(lesson: Page) -> None:
    meaning = lesson.get_by_role("dialog", name=f"What it means: {WORD.term}")
    for word, key in (("metastasis", "Enter"), ("Metastases", "Space")):
        term = lesson.get_by_role("button", name=word, exact=True)
        expect(term).to_have_attribute("type", "button")
        term.press(key)
        expect(meaning).to_be_visible()
        expect(meaning).to_be_focused()
        expect(meaning).to_contain_text(f"Say: {WORD.say}")
        expect(meaning).to_contain_text(WORD.plain)
        lesson.keyboard.press("Escape")
        expect(meaning).to_be_hidden()
        expect(term).to_be_focused()


def test_its_close_button_is_the_next_stop_and_gives_the_focus_back(lesson: Page) -> None:
    term = lesson.get_by_role("button", name="metastasis", exact=True)
    term.press("Enter")
    lesson.keyboard.press("Tab")
    expect(lesson.locator(":focus")).to_have_text("Close")
    lesson.keyboard.press("Enter")
    expect(lesson.locator(".tb-meaning:popover-open")).to_have_count(0)
    expect(term).to_be_focused()


def test_a_tap_elsewhere_closes_it_and_a_tap_on_another_word_opens_that(lesson: Page) -> None:
    term = lesson.get_by_role("button", name="metastasis", exact=True)
    shown = lesson.locator(".tb-meaning:popover-open strong")
    term.click()
    expect(shown).to_have_text(WORD.term)
    lesson.get_by_role("heading", name="A lesson").click()
    expect(shown).to_have_count(0)
    expect(term).to_be_focused()
    term.click()
    lesson.get_by_role("button", name="bone", exact=True).click()
    expect(shown).to_have_text(TOPIC.glossary["marrow"].term)


def test_a_word_that_stands_twice_is_explained_once(lesson: Page) -> None:
    ids = lesson.locator(".tb-meaning").evaluate_all("all => all.map(x => x.id)")
    assert ids == ["term-metastasis", "term-marrow"]


def test_words_open_without_a_script(browser: Browser, course: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(course + LESSON)
    page.get_by_role("button", name="metastasis", exact=True).click()
    expect(page.locator("#term-metastasis")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#term-metastasis")).to_be_hidden()
    page.close()


def test_a_browser_that_knows_no_popover_shows_the_meaning_in_brackets(
    browser: Browser, course: str
) -> None:
    """Such a browser also takes the rule for `not selector(:popover-open)`."""
    page = browser.new_page(viewport={"width": 320, "height": 740})
    body = site.source(course + LESSON).replace(
        "@supports not selector(:popover-open)", "@media all"
    )
    body = body.replace("<span popover ", "<span ").replace("popovertarget", "data-unknown")
    page.route("**/*", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(course + LESSON)
    expect(page.locator("form").first).to_be_visible()
    meaning = page.locator("#term-metastasis")
    expect(meaning).to_be_visible()
    shown = " ".join(page.locator("h1 + p").inner_text().split())
    assert f"metastasis Say: {WORD.say} {WORD.plain} in few words." in shown
    expect(meaning.get_by_role("button")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []
    page.close()


def test_paper_shows_the_word_and_no_meaning(lesson: Page, tmp_path: Path) -> None:
    lesson.get_by_role("button", name="metastasis", exact=True).click()
    lesson.pdf(path=tmp_path / "page.pdf", format="A4")
    text = " ".join(
        " ".join(x.extract_text() for x in PdfReader(tmp_path / "page.pdf").pages).split()
    )
    assert "It tells of metastasis in few words." in text
    assert WORD.plain not in text
    assert "Say:" not in text


@pytest.mark.parametrize("width", [320, 1280])
def test_an_open_word_violates_no_axe_rule_and_stays_on_the_screen(
    lesson: Page, width: int
) -> None:
    lesson.set_viewport_size({"width": width, "height": 300})
    lesson.get_by_role("button", name="metastasis", exact=True).click()
    assert violations(lesson) == []
    box = lesson.locator("#term-metastasis").bounding_box()
    assert box
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 300
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_no_line_begins_with_the_mark_behind_a_word_that_opens(page: Page, dashboard: str) -> None:
    """A browser breaks the line behind any button, also before a full stop."""
    page.set_viewport_size(site.PHONE)
    apart = {}
    for path in site.paths(dashboard):
        site.open_whole(page, dashboard + path)
        apart[path] = page.locator(".tb-term").evaluate_all(MARKS_APART)
    assert {path: words for path, words in apart.items() if words} == {}
