"""My page: what was learned, ticked and wanted to ask, gathered in the tab and printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from teachback import MyPage
from tests.browser.made_course import LESSON, LIST, MINE, TOPIC
from tests.browser.test_axe import violations
from tests.browser.test_care_page import SYMPTOMS, packed
from tests.browser.test_checklist import GO_ON, SET
from tests.browser.test_shared_device import answer

LESSONS = {key: quiz for key, quiz in TOPIC.quizzes.items() if quiz.remember}
QUESTIONS = TOPIC.checklist.care_page.questions
TAKE = """keys => {
  const state = JSON.stringify({ chosen: {}, checked: { one: true } });
  for (const key of keys) sessionStorage.setItem(`teachback:/patient/x.html:quiz:${key}`, state);
}"""


@pytest.fixture
def wire(page: Page, course: str) -> Iterator[list[str]]:
    """All that leaves the page; at the end only pages of this course were asked for."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    page.on("websocket", lambda socket: asked.append(socket.url))
    yield asked
    assert [
        one for one in asked if one not in {f"GET {course}{x}" for x in (LESSON, LIST, MINE)}
    ] == []


def tick(page: Page, course: str, ids: list[str]) -> None:
    page.goto(course + LIST)
    page.evaluate(SET, dict.fromkeys(SYMPTOMS, "no") | dict.fromkeys(ids, "yes"))
    if page.get_by_role("button", name=GO_ON).is_visible():
        page.get_by_role("button", name=GO_ON).click()


def printed(page: Page, folder: Path, paper: str) -> tuple[str, int]:
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print my page").click()
    page.pdf(path=folder / "mine.pdf", format=paper)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    sheets = PdfReader(folder / "mine.pdf").pages
    return packed(" ".join(sheet.extract_text() for sheet in sheets)), len(sheets)


def test_a_new_reader_is_told_what_will_stand_there(page: Page, course: str) -> None:
    page.goto(course + MINE)
    expect(page.get_by_text("Nothing yet.")).to_have_count(2)
    expect(page.get_by_text("None chosen: all")).to_be_visible()


@pytest.mark.usefixtures("wire")
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_one_sheet_holds_what_was_learned_ticked_and_wanted_to_ask(
    page: Page, course: str, tmp_path: Path, paper: str
) -> None:
    page.goto(course + LESSON)
    answer(page)
    tick(page, course, ["fatigue", "spine_pain"])
    page.goto(course + MINE)
    mine = page.locator("[data-teachback=my-page]")
    for line in TOPIC.quizzes["signs_to_know"].remember:
        expect(mine.get_by_text(line)).to_be_visible()
    page.get_by_label(QUESTIONS[2]).press("Space")
    words, sheets = printed(page, tmp_path, paper)
    assert sheets == 1
    for text in (*TOPIC.quizzes["signs_to_know"].remember, QUESTIONS[2], "911"):
        assert packed(text) in words
    assert packed(QUESTIONS[3]) not in words
    for symptom in TOPIC.checklist.symptoms:
        assert (packed(symptom.ask) in words) == (symptom.id in {"fatigue", "spine_pain"})
    assert page.locator(".tb-care").count() == 0
    page.reload()
    expect(page.get_by_label(QUESTIONS[2])).to_be_checked()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_whole_course_and_twelve_symptoms_still_fit_on_one_sheet(
    page: Page, course: str, tmp_path: Path, paper: str
) -> None:
    tick(page, course, SYMPTOMS[::5][:12])
    page.evaluate(TAKE, list(LESSONS))
    page.goto(course + MINE)
    words, sheets = printed(page, tmp_path, paper)
    remember = [
        line for quiz in LESSONS.values() if quiz.audience == "patient" for line in quiz.remember
    ]
    assert [line for line in (*remember, *QUESTIONS) if packed(line) not in words] == []
    assert sheets == 1


def test_even_everything_is_printed(page: Page, course: str, tmp_path: Path) -> None:
    tick(page, course, SYMPTOMS)
    page.evaluate(TAKE, list(LESSONS))
    page.goto(course + MINE)
    words, sheets = printed(page, tmp_path, "A4")
    assert sheets <= 2
    assert [s.id for s in TOPIC.checklist.symptoms if packed(s.ask) not in words] == []


def test_one_button_clears_it(page: Page, course: str) -> None:
    page.goto(course + LESSON)
    answer(page)
    page.goto(course + MINE)
    page.get_by_label(QUESTIONS[0]).check()
    page.get_by_role("main").get_by_role("button", name="Clear all my answers").click()
    expect(page.get_by_text("Nothing yet.")).to_have_count(2)
    expect(page.get_by_label(QUESTIONS[0])).not_to_be_checked()


def test_what_is_not_ours_in_the_tab_does_no_harm(page: Page, course: str) -> None:
    page.goto(course + MINE)
    page.evaluate("""() => {
      for (const name of ["my_page:my_page", "quiz:signs_to_know", "checklist:checklist"])
        for (const [n, value] of ['{"', '[1]', 'null', '{"questions":[7,"q99"]}'].entries())
          sessionStorage.setItem(`teachback:${n ? `/${n}` : location.pathname}:${name}`, value);
    }""")
    page.reload()
    expect(page.get_by_text("Nothing yet.")).to_have_count(2)
    expect(page.get_by_text("None chosen: all")).to_be_visible()


def test_python_is_told_nothing_and_takes_nothing() -> None:
    """The widget has no trait that a browser may write, so there is nothing to send."""
    mine = MyPage(TOPIC)
    before = mine.get_state()
    mine._handle_msg({"content": {"data": {"method": "update", "state": {"sheet": {}}}}})
    assert mine.get_state() == before
    assert MyPage.accepts == ()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_full_page_violates_no_axe_rule(page: Page, course: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    tick(page, course, ["fatigue"])
    page.evaluate(TAKE, list(LESSONS))
    page.goto(course + MINE)
    page.get_by_label(QUESTIONS[0]).check()
    assert violations(page) == []
