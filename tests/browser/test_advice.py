"""A sample of what `make verify` compares in full: Chromium advises as Python does."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.triage.agreement import differences, open_sheet, random_states


def test_chromium_and_python_give_the_same_advice(page: Page) -> None:
    open_sheet(page)
    assert differences(page, list(random_states(4_000))) == []
