"""A kernel that nobody uses ends, and the page says so before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from teachback.dashboard.settings import IDLE_SECONDS
from tests.browser import server
from tests.browser.classroom import write_classroom
from tests.browser.quiz_page import (
    PATIENCE,
    QUESTIONS,
    answer,
    expect_kernel,
    expect_reason,
    kernels_of,
    wait_until,
)
from tests.browser.visitor import Visitor

FIRST, *_ = QUESTIONS
UNUSED = 16  # seconds; the page says so when half of it has gone


@pytest.fixture(scope="module")
def impatient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard that soon ends a kernel that is not used."""
    folder = write_classroom(tmp_path_factory.mktemp("idle"))
    soon = {"cull_idle_timeout": UNUSED, "cull_interval": 1, "spare": 0}
    with server.house(folder / "log", folder, **soon) as (address, _):
        yield address


def test_before_a_kernel_ends_unused_the_page_says_so_and_can_keep_it(
    page: Page, impatient: str
) -> None:
    kernels = kernels_of(page)
    page.goto(impatient)
    expect_kernel(page, "connected")
    keep = page.get_by_role("button", name="Stay connected")
    expect(keep).to_be_visible(timeout=PATIENCE)
    keep.click()
    expect(keep).to_have_count(0)
    expect(keep).to_be_visible(timeout=PATIENCE)  # said again: it was kept until now
    expect_kernel(page, "connected")
    expect_kernel(page, "lost")
    path = f"/api/kernels/{kernels[-1]}"
    wait_until(page, lambda: Visitor(impatient).ask(path).status == 404)
    answer(page, FIRST)
    expect_reason(page, FIRST)


def test_as_it_is_served_a_kernel_may_be_unused_for_an_hour_or_two() -> None:
    assert 60 <= IDLE_SECONDS / 60 <= 120
