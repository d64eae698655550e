"""The lesson as a visitor uses it, whatever serves it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, Route, expect

from teachback import load_topic
from teachback.questions import MultipleChoice, Question
from tests.browser import kernel

LESSON = "patient/03_signs_to_know"
CHECKLIST = "patient/03_symptom_checklist"
QUESTIONS = load_topic("bone_metastasis").quizzes["signs_to_know"].questions
KERNEL = "data-teachback-kernel"
PATIENCE = 60_000  # milliseconds; a machine that runs all tests at once is slow


def right(question: Question) -> str | list[str]:
    """Return the right answer as a browser sends it."""
    ids = [option.id for option in question.options if option.right]
    return ids[0] if isinstance(question, MultipleChoice) else ids


def card(page: Page, question: Question) -> Locator:
    """Return where a question stands."""
    return page.locator(f'[data-question="{question.id}"]')


def answer(page: Page, question: Question) -> None:
    """Answer a question rightly and check the answer."""
    place = card(page, question)
    chosen = right(question)
    for one in [chosen] if isinstance(chosen, str) else chosen:
        place.locator(f'input[value="{one}"]').check(timeout=PATIENCE)
    place.get_by_role("button", name="Check my answer").click()


def expect_reason(page: Page, question: Question) -> None:
    """Expect the verdict and a reason under a question that was answered rightly."""
    status = card(page, question).get_by_role("status")
    expect(status).to_contain_text("Right.")
    expect(status).to_contain_text(next(o.why for o in question.options if o.right)[:30])


def expect_kernel(page: Page, state: str) -> None:
    """Expect the page to tell this state of its kernel."""
    expect(page.locator("html")).to_have_attribute(KERNEL, state, timeout=PATIENCE)


def kernels_of(page: Page) -> list[str]:
    """Return a list that grows by the id of every kernel that the page joins."""
    found: list[str] = []
    page.on("websocket", lambda socket: found.append(socket.url.split("/")[-2]))
    return found


def hold_kernel(page: Page) -> Callable[[], None]:
    """Keep the page's request for a kernel back until the returned function is called."""
    held: list[Route] = []
    page.route("**/kernel/**", lambda route: held.append(route))  # noqa: PLW0108  Playwright wraps it
    return lambda: held.pop().continue_()


def wait_until(page: Page, holds: Callable[[], Any], seconds: float = 30) -> None:
    """Wait for a condition outside of the page while the page goes on."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "the condition did not come true in time"
        page.wait_for_timeout(50)


def expect_in_python(page: Page, kernel_id: str, *questions: Question) -> None:
    """Expect the kernel to hold the right answers to these questions and no others."""
    wanted = {question.id: right(question) for question in questions}
    wait_until(page, lambda: kernel.answers(kernel_id) == wanted)
