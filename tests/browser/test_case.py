"""A case study: the chart unfolds step by step, and nobody skips a step."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from teachback.questions import QuestionSet
from teachback.questions.case_study import STEPS
from tests.browser.gallery import open_quiz
from tests.browser.test_walk import answer, quiz, visible
from tests.questions.every_type import QUIZ

CHART = {
    "person": "A made-up person of 61.",
    "chart": [
        {"title": "At first", "from_step": "recognise_cues", "note": "First note."},
        {"title": "Later", "from_step": "prioritise_hypotheses", "note": "Third note."},
    ],
}


def case() -> QuestionSet:
    chosen = [one for one in QUIZ.questions if one.type == "multiple_choice"][:1] * 6
    steps = zip(chosen, STEPS, strict=True)
    return quiz([one.model_copy(update={"id": s, "step": s}) for one, s in steps], case=CHART)


def test_a_case_unfolds_step_by_step_and_nobody_skips_a_step(page: Page) -> None:
    content = case()
    open_quiz(page, content)
    chart = page.locator(".tb-chart")
    going_on = page.get_by_role("button", name="Next question")
    for place, question in enumerate(content.questions):
        assert visible(page) == [question.id]
        assert chart.get_by_text("Third note.").is_visible() == (place >= 2)
        if place < 5:
            expect(going_on).to_be_disabled()
        answer(page, question)
        if place < 5:
            going_on.click()
    expect(page.locator(".tb-outcome")).to_contain_text("You answered 6 of 6 fully right.")


def test_a_case_asks_one_question_for_each_step_in_order() -> None:
    shuffled = [one.model_dump(mode="json", exclude_none=True) for one in case().questions][::-1]
    with pytest.raises(ValueError, match="in this order"):
        QuestionSet.model_validate(case().model_dump(exclude_none=True) | {"questions": shuffled})
