"""Every type of question works by mouse and by keyboard, at every size, in every look."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from teachback.questions import Question, mark
from teachback.questions.sheet import question_sheet
from teachback.views.assets import source
from tests.browser import accessibility as site
from tests.browser.answering import answer_by_keyboard, answer_by_mouse, card, check
from tests.browser.gallery import TOPIC, open_quiz
from tests.browser.looks import CUT_TEXT, EDGELESS, SMALL, VIEWS
from tests.browser.test_axe import violations
from tests.browser.test_every_state import LOOKS
from tests.questions.every_type import QUIZ, answers, plain

QUIZZES = [QUIZ, *TOPIC.quizzes.values()]
MARKS = """([code, sheet, answers]) => {
  const mark = new Function(`${code}; return mark`)();
  return answers.map((answer) => { const m = mark(sheet, answer); return [m.score, m.verdict]; });
}"""


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(question, id=f"{quiz.id}-{question.id}")
        for quiz in QUIZZES
        for question in quiz.questions
    ],
)
def test_chromium_and_python_give_every_answer_the_same_mark(
    page: Page, question: Question
) -> None:
    sheet = question_sheet(question, TOPIC.cite, hints=True, exam=False, seed=None)
    given = answers(question)
    code = source("evaluate.js").replace("export ", "")
    found = page.evaluate(MARKS, [code, sheet, [plain(one) for one in given]])
    expected = [mark(question, one) for one in given]
    assert found == [[one.score, one.verdict] for one in expected]


@pytest.mark.parametrize("question", QUIZ.questions, ids=lambda one: one.id)
def test_the_right_answer_can_be_given_by_keyboard_alone(page: Page, question: Question) -> None:
    open_quiz(page, QUIZ)
    answer_by_keyboard(page, question)
    expect(card(page, question).locator(".tb-verdict")).to_have_text("Right.")
    assert page.evaluate("document.activeElement !== document.body")


ANYHOW = """all => all.forEach((card) => {
  for (const one of card.querySelectorAll("select")) {
    one.selectedIndex = one.options.length - 1;
    one.dispatchEvent(new Event("change"));
  }
  for (const one of card.querySelectorAll("input[type=number]")) {
    one.value = "12";
    one.dispatchEvent(new Event("input"));
  }
  card.querySelectorAll("input:not([type=number]), .tb-passage").forEach((one) => one.click());
})"""


def states(page: Page) -> Any:
    """Bring every question into every state, all at once."""
    yield "fresh"
    for question in QUIZ.questions:
        answer_by_mouse(page, question)
    yield "chosen"
    for question in QUIZ.questions:
        check(page, question)
    expect(page.locator(".tb-verdict")).to_have_count(len(QUIZ.questions))
    assert set(page.locator(".tb-verdict").all_inner_texts()) == {"Right."}
    yield "right"
    page.get_by_role("button", name="Clear my answers").click()
    page.locator("[data-question]").evaluate_all(ANYHOW)
    for question in QUIZ.questions:
        check(page, question)
    expect(page.locator(".tb-verdict")).to_have_count(len(QUIZ.questions))
    told = page.locator(".tb-verdict").all_inner_texts()
    assert "Not quite." in told
    assert any(text.startswith("Partly right") for text in told)
    yield "wrong, partly right, and the end"
    page.get_by_role("button", name="Show one question at a time").click()
    yield "one at a time"


@pytest.mark.parametrize(("scheme", "size"), LOOKS.values(), ids=LOOKS)
def test_no_type_violates_an_axe_rule_in_any_state(page: Page, scheme: Any, size: Any) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size(size)
    open_quiz(page, QUIZ)
    problems = [f"{state}: {one}" for state in states(page) for one in violations(page)]
    assert not problems, "\n".join(problems)


def test_no_type_cuts_text_or_scrolls_sideways_or_moves(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_quiz(page, QUIZ)
    problems = []
    for state in states(page):
        assert page.evaluate("document.getAnimations().length") == 0
        for view, (width, height, style) in VIEWS.items():
            page.set_viewport_size({"width": width, "height": height})
            cut = page.evaluate(CUT_TEXT, style)
            problems += [f"{state}, {view}: {words}" for words in cut]
        page.set_viewport_size(site.DESKTOP)
        page.evaluate(CUT_TEXT, "")
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("width", [320, 1280])
def test_targets_of_every_type_are_large_and_keep_their_edges(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(forced_colors="active")
    open_quiz(page, QUIZ)
    targets = page.locator("label:has(input), label.tb-cell, main button, select, .tb-number")
    assert targets.evaluate_all(SMALL) == []
    edged = "label.tb-row, .tb-button, select, .tb-number"
    assert page.locator("main").locator(edged).evaluate_all(EDGELESS) == []


def test_every_input_is_told_with_its_question(page: Page) -> None:
    open_quiz(page, QUIZ)
    told = """all => all.map(x => [x.labels?.length || x.getAttribute("aria-label")
      || x.textContent, x.closest("fieldset.tb-control").querySelector("legend").textContent])"""
    inputs = page.locator("[data-question] input, [data-question] select, .tb-passage")
    assert all(name and group for name, group in inputs.evaluate_all(told))


def test_more_than_n_cannot_be_chosen(page: Page) -> None:
    open_quiz(page, QUIZ)
    place = card(page, QUIZ.question("select_n"))
    for one in "abc":
        place.locator(f'input[value="{one}"]').check()
    expect(place.locator('input[value="d"]')).to_be_disabled()
    place.locator('input[value="b"]').uncheck()
    expect(place.locator('input[value="d"]')).to_be_enabled()


@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_chosen_in_a_list_is_told_in_full_below_it(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    quiz = TOPIC.quizzes["nurse_cord_compression"]
    question = next(one for one in quiz.questions if one.type == "put_in_order")
    open_quiz(page, quiz)
    page.get_by_role("button", name="Show all questions on one page").click()
    answer_by_mouse(page, question)
    chosen = card(page, question).locator("option:checked").all_inner_texts()
    told = card(page, question).locator(".tb-whole")
    assert max(map(len, chosen)) > 40
    for n, text in enumerate(chosen):
        expect(told.nth(n)).to_have_text(text if len(text) > 24 else "")
        assert told.nth(n).is_visible() == (len(text) > 24)


def test_what_was_chosen_stays_plain_to_see_when_it_can_no_longer_be_changed(page: Page) -> None:
    open_quiz(page, QUIZ)
    for question in QUIZ.questions:
        answer_by_mouse(page, question)
    page.locator("fieldset").evaluate_all("all => all.forEach((one) => { one.disabled = true; })")
    colour = "one => getComputedStyle(one).backgroundColor"
    chosen = page.locator("[data-question] input:checked")
    accent = page.get_by_role("button", name="Check my answer").first.evaluate(
        "one => getComputedStyle(one).borderTopColor"
    )
    assert chosen.count() > 2
    assert {one.evaluate(colour) for one in chosen.all()} == {accent}
    page.locator("input:checked").first.evaluate("one => { one.checked = false; }")
    assert page.locator("input:disabled:not(:checked)").first.evaluate(colour) != accent
