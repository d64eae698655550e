"""A test in the dashboard: no key in page, traffic or widget state until it is handed in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Page, expect

from tests.browser.answering import answer_by_mouse
from tests.browser.quiz_page import PATIENCE, expect_kernel
from tests.browser.server import dashboard
from tests.questions.every_type import QUIZ

CODE = """from teachback import Quiz, load_quiz, load_topic
topic = load_topic("bone_metastasis")
Quiz(topic, load_quiz("{file}", topic), seed="1")"""


def with_canaries(value: Any, place: str = "CANARY") -> Any:
    """Return the quiz with words of its own for every reason, so that none is there by chance."""
    if isinstance(value, list):
        return [with_canaries(one, f"{place}-{n}") for n, one in enumerate(value)]
    if isinstance(value, dict):
        secret = {"why", "otherwise"}
        return {
            key: f"{place}-{key}." if key in secret else with_canaries(one, f"{place}-{key}")
            for key, one in value.items()
        }
    return value


def notebook(title: str, *cells: Any) -> str:
    node = nbformat.v4.new_notebook(cells=list(cells))
    node.metadata.update({"title": title, "kernelspec": {"name": "python3", "display_name": "x"}})
    node.metadata["language_info"] = {"name": "python"}
    return nbformat.writes(node)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("exam")
    values = with_canaries(QUIZ.model_dump(mode="json", exclude_none=True))
    values["policy"] = {"mode": "exam", "pass_percent": 80}
    file = folder / "exam.yaml"
    file.write_text(json.dumps(values), encoding="utf-8")
    words = nbformat.v4.new_markdown_cell("# A test\n\n## Questions")
    code = nbformat.v4.new_code_cell(CODE.format(file=file))
    (folder / "index.ipynb").write_text(notebook("A test", words, code), encoding="utf-8")
    with dashboard(folder / "log", folder) as address:
        yield address


def test_the_key_is_nowhere_until_the_test_is_handed_in_and_then_all_of_it_shows(
    page: Page, site: str
) -> None:
    heard: list[str] = []
    page.on("response", lambda one: heard.append(one.text()) if one.ok and text(one) else None)
    page.on(
        "websocket", lambda one: one.on("framereceived", lambda frame: heard.append(str(frame)))
    )
    page.goto(site)
    expect(page.locator(".tb-quiz")).to_contain_text("It needs a connection.")
    expect_kernel(page, "connected")
    expect(page.locator("[data-question]")).to_have_count(len(QUIZ.questions), timeout=PATIENCE)
    for question in QUIZ.questions:
        answer_by_mouse(page, question)
    kept = page.evaluate(
        "JSON.stringify({ ...sessionStorage }) + document.documentElement.outerHTML"
    )
    assert "CANARY" not in kept
    assert heard
    assert not [one for one in heard if "CANARY" in one]
    page.get_by_role("button", name="Hand in").click()
    end = page.locator(".tb-outcome")
    expect(end).to_contain_text(f"{len(QUIZ.questions)} of {len(QUIZ.questions)} fully right.")
    expect(end).to_contain_text("Passed.")
    expect(page.locator(".tb-verdict")).to_have_count(len(QUIZ.questions))
    assert "CANARY" in page.locator("main").inner_text()
    expect(page.locator(".tb-card input").first).to_be_disabled()


def text(response: Any) -> bool:
    kind = response.headers.get("content-type", "")
    return any(word in kind for word in ("html", "json", "javascript"))
