"""A checklist that says it is shared tells Python what is ticked, and nothing else does."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser import kernel
from tests.browser.classroom import CHECKLIST_PAGE, SHARED_PAGE
from tests.browser.quiz_page import expect_kernel, kernels_of, wait_until
from tests.browser.test_checklist import say

FOUND = (
    "{name: list(one) for w in __import__('ipywidgets').widgets.widget._instances.values()"
    " if type(w).__name__ == 'Checklist' for name, one in w.findings.present.items()}"
)


def test_what_is_ticked_on_a_shared_checklist_is_in_python_and_the_page_says_so(
    page: Page, classroom: str
) -> None:
    kernels = kernels_of(page)
    page.goto(f"{classroom}{SHARED_PAGE}.html")
    expect(page.get_by_text("This checklist is shared")).to_be_visible()
    say(page, "fall", "Yes")  # before the kernel is there
    expect_kernel(page, "connected")
    say(page, "headache", "Not sure")
    page.locator("[data-question=headache] .tb-ask-severity input").nth(2).check()
    wanted = {"fall": [True, 10, 99], "headache": [True, 2, 99]}
    wait_until(page, lambda: kernel.read(kernels[-1], FOUND) == wanted)
    page.get_by_role("button", name="Clear my answers").click()
    wait_until(page, lambda: kernel.read(kernels[-1], FOUND) == {})


def test_a_checklist_that_is_not_shared_tells_python_nothing(page: Page, classroom: str) -> None:
    kernels = kernels_of(page)
    page.goto(f"{classroom}{CHECKLIST_PAGE}.html")
    say(page, "fall", "Yes")
    expect_kernel(page, "connected")
    say(page, "sleep_trouble", "Yes")
    page.wait_for_timeout(500)
    assert kernel.read(kernels[-1], FOUND) == {}
    expect(page.get_by_text("This checklist is shared")).to_have_count(0)
