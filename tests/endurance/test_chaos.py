"""A sample of `python -m tests.endurance.chaos`: some of its harms, once each."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.endurance.chaos import chaos, rounds

SAMPLE = ["every line cut", "kernel and warm process killed", "the server killed"]


def test_no_answer_is_lost_whatever_is_killed(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context()
    with chaos(tmp_path, context, seed=3) as run:
        assert rounds(run, SAMPLE) == []
        assert run.given > 6
        assert any(tab.given for tab in run.tabs)
        for tab in run.tabs:
            tab.join()
            tab.expect_every_answer()
    context.close()
