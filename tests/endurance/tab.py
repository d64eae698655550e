"""One tab of a real browser, and what its reader has answered there."""

from __future__ import annotations

from random import Random

from playwright.sync_api import Page, expect

from teachback.questions import MultipleChoice
from tests.browser import kernel
from tests.browser.classroom import ASKED_PAGE
from tests.browser.quiz_page import KERNEL, QUESTIONS, card, expect_kernel, kernels_of, wait_until
from tests.endurance.house import House

Answer = str | list[str]
SHOWN = """() => Object.fromEntries(
  [...document.querySelectorAll("[data-teachback=quiz] [data-question]")]
    .filter((card) => card.dataset.verdict)
    .map((card) => [
      card.dataset.question,
      [...card.querySelectorAll("input:checked")].map((input) => input.value).sort(),
    ]))"""
SECONDS_TO_TELL_THE_TRUTH = 120  # a front end that cannot join starts over twice before it says so
LOST = "The connection is lost. Your answers are still on this page. You can go on."
NOT_SHARED = "They are not shared with a teacher."


class Tab:
    """A page with a quiz; `given` is what its reader answered, whatever happens to the rest."""

    def __init__(self, page: Page, house: House, address: str, name: str) -> None:
        self.page, self.house, self.name = page, house, name
        self.given: dict[str, list[str]] = {}
        self._kernels = kernels_of(page)
        page.goto(f"{address}{name}.html")
        self._ask()

    def join(self) -> None:
        """Load the page anew, so that it gets a kernel again."""
        self._kernels.clear()
        self.page.reload()
        self._ask()

    def _ask(self) -> None:
        if self.name == ASKED_PAGE:
            self.page.evaluate("window[Symbol.for('teachback.page')].ask()")

    @property
    def state(self) -> str | None:
        """What the page says of its kernel."""
        return self.page.locator("html").get_attribute(KERNEL)

    @property
    def kernel_id(self) -> str:
        """The kernel that the page joined last, or nothing."""
        return self._kernels[-1] if self._kernels else ""

    def answer(self, random: Random) -> None:
        """Answer any question in any way, or another way than before."""
        question = random.choice(QUESTIONS)
        options = [option.id for option in question.options]
        one = isinstance(question, MultipleChoice)
        chosen = random.sample(options, 1 if one else random.randint(1, len(options)))
        self.page.bring_to_front()  # a browser all but stops what is behind
        place = card(self.page, question)
        if one:
            place.locator(f'input[value="{chosen[0]}"]').check()
        else:
            for option in options:
                place.locator(f'input[value="{option}"]').set_checked(option in chosen)
        place.get_by_role("button", name="Check my answer").click()
        self.given[question.id] = sorted(chosen)

    def clear(self) -> None:
        """Take all answers back."""
        self.page.bring_to_front()
        self.page.get_by_role("button", name="Clear my answers").click()
        self.given = {}

    def expect_every_answer(self) -> None:
        """Expect the page to show what was answered here, and nothing else."""
        assert (shown := self.page.evaluate(SHOWN)) == self.given, (
            f"{self.name} shows {shown} where {self.given} was answered"
        )

    def expect_every_answer_in_python(self) -> None:
        """Expect the kernel to hold the same answers."""
        wait_until(self.page, lambda: self._in_python() == self.given)

    def _in_python(self) -> dict[str, list[str]]:
        found = kernel.answers(self.kernel_id)
        return {name: [one] if isinstance(one, str) else sorted(one) for name, one in found.items()}

    def expect_state(self, state: str) -> None:
        """Expect the page to say this of its kernel."""
        expect_kernel(self.page, state)

    def expect_truth(self) -> None:
        """Expect the page to say what is so: that its kernel hears it, or is lost, or is not."""
        wait_until(self.page, self._is_true, SECONDS_TO_TELL_THE_TRUTH)
        if self.state == "connected":
            self.expect_every_answer_in_python()
        banner = self.page.locator("[data-banner]")
        expect(banner).to_have_text(LOST if self.state == "lost" else "")
        if self.state == "none":
            expect(self.page.locator("[data-quiet]")).to_contain_text(NOT_SHARED)

    def _is_true(self) -> bool:
        if self.state in {"connected", "lost"}:
            alive = bool(self.kernel_id) and self.house.knows(self.kernel_id)
            return alive is (self.state == "connected")
        return self.state == "none"
