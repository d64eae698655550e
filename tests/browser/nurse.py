"""A nurse with a keyboard and a phone, who knows the course."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser import accessibility as site
from tests.browser.answering import (
    HOW_SURE,
    answer_by_keyboard,
    calculate_by_keyboard,
    card,
    choose_by_keyboard,
    reach,
)
from tests.browser.gallery import TOPIC
from tests.browser.keyboard import Keyboard
from tests.browser.quiz_page import PATIENCE
from tests.browser.test_blueprint_exam import asked

CALLS = 10
STORIES = {one.id: one for told in TOPIC.stories.values() for one in told.stories}
FORMS: dict[str, Any] = {one.id: one for one in TOPIC.quizzes["before_and_after"].questions}


class Nurse:
    """A nurse with a keyboard and a phone, who knows the course."""

    def __init__(self, page: Page) -> None:
        self.page, self.keyboard = page, Keyboard(page)
        self.missed: Any = None
        page.emulate_media(reduced_motion="reduce")
        page.set_viewport_size(site.PHONE)

    def press(self, words: str) -> None:
        self.keyboard.tab_to(words)
        self.keyboard.press("Enter")

    def practise(self, key: str) -> None:
        """Answer a quiz or a case one question after the other."""
        root = self.page.locator(f'[data-key="{key}"]')
        here = root.locator("[data-question]:not([hidden], .tb-away)")
        while True:
            name = here.get_attribute("data-question") or ""
            self.answer(TOPIC.quizzes[key].question(name), name)
            if not root.get_by_role("button", name="Next question").is_visible():
                break
            self.press("Next question")
        expect(root.locator(".tb-outcome")).to_contain_text("fully right.")

    def answer(self, question: Any, name: str) -> None:
        """Answer rightly; only the very first question wrongly at first."""
        verdict = self.page.locator(f'.tb-quiz [data-question="{name}"] .tb-verdict')
        if not self.missed and question.type == "multiple_choice":
            self.missed = question
            reach(self.page, f'[data-question="{name}"] input')
            choose_by_keyboard(self.page, next(x.id for x in question.options if not x.right))
            self.keyboard.tab_to(HOW_SURE)
            self.keyboard.press("Space")
            self.press("Check my answer")
            expect(verdict).to_have_text("Not quite.")
            self.keyboard.tab_to(question.ask, "Shift+Tab")
        answer_by_keyboard(self.page, question)
        expect(verdict).to_have_text("Right.")

    def take_form(self, when: str, left_open: int = 0) -> None:
        """Answer the form before or after the course, but for so many questions at its start."""
        reach(self.page, f'[data-question$="-{when}-sure"] input')
        choose_by_keyboard(self.page, "sure2" if when == "before" else "sure4")
        places = self.page.locator(".tb-before-after .tb-quiz [data-question]").all()
        for place in places[left_open:]:
            answer_by_keyboard(self.page, FORMS[place.get_attribute("data-question") or ""])
        self.press("Show how I did")
        if left_open:
            expect(self.page.get_by_text("Still open: question 1, 2, 3, 4, 5.")).to_be_visible()
            self.keyboard.press("Enter")
        told = f"You answered {len(places) - left_open} of {len(places)} fully right."
        expect(self.page.locator(".tb-outcome").first).to_contain_text(told)

    def calculate(self, name: str) -> None:
        example = TOPIC.calculators[name].examples[0]
        calculate_by_keyboard(self.page, TOPIC.calculators[name], example.values)
        expect(self.page.locator(":focus .tb-verdict")).to_have_text(example.answer or "")

    def triage(self) -> None:
        """Decide on a round of ten calls, each as the rules do."""
        for number in range(CALLS):
            story = self.page.locator("form[data-question]").get_attribute("data-question") or ""
            reach(self.page, f'[data-question="{story}"] input')
            choose_by_keyboard(self.page, STORIES[story].level)
            self.press("Decide")
            expect(self.page.locator(".tb-verdict")).to_contain_text("The same")
            self.press("Next call" if number < CALLS - 1 else "See how the round went")
        expect(self.page.locator(".tb-outcome")).to_contain_text("No emergency")

    def sit_the_test(self) -> None:
        questions = asked(self.page)
        for question in questions:
            expect(card(self.page, question)).to_be_visible()
            answer_by_keyboard(self.page, question)
            self.press("Next question" if question is not questions[-1] else "Hand in")
        expect(self.page.locator(":focus")).to_have_text("Passed.", timeout=PATIENCE)

    def go_on(self) -> None:
        before = self.page.url
        self.press("Next:")
        expect(self.page).not_to_have_url(before)
        expect(self.page.locator("[data-island] > script")).to_have_count(0)
