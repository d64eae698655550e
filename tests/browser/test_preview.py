"""`teachback preview` shows a file's questions, its mistakes, and every save."""

from __future__ import annotations

import urllib.request
from pathlib import Path

from playwright.sync_api import Page, expect

from teachback.dashboard.headers import HEADERS
from tests.browser.server import free_port, running

QUIZ = """id: draft
title: A draft
intro: Take your time.
questions:
  - id: one
    ask: Which one?
    facts: [SEED-06]
    options:
      - right: This one here.
        why: Because.
      - wrong: That one there.
        why: Because not.
"""


def test_a_file_is_shown_with_its_mistakes_and_again_when_it_is_saved(
    page: Page, tmp_path: Path
) -> None:
    file = tmp_path / "draft.yaml"
    file.write_text(QUIZ)
    port = free_port()
    command = ("teachback", "preview", str(file), "--port", str(port), "--no-browser")
    with running(*command, ready="teachback preview ready:", log=tmp_path / "log"):
        page.goto(f"http://127.0.0.1:{port}/")
        page.get_by_label("This one here.").check()
        page.get_by_role("button", name="Check my answer").click()
        expect(page.locator(".tb-verdict")).to_have_text("Right.")
        file.write_text(QUIZ.replace("Which one?", "Which of the two?"))
        expect(page.locator("legend").first).to_have_text("Which of the two?")
        file.write_text(QUIZ.replace("why: Because.", "whi: Because."))
        expect(page.locator("h1")).to_have_text("This file has mistakes")
        expect(page.locator("main")).to_contain_text("draft.yaml:10")
        file.write_text(QUIZ)
        expect(page.locator("legend").first).to_have_text("Which one?")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as reply:
            assert HEADERS.items() <= dict(reply.headers).items()
