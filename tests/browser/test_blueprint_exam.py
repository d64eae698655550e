"""The nurses' test in the dashboard: failed, taken again with other questions, passed, printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from teachback import load_topic
from teachback.certificate import read_key, verify
from teachback.content import story_question
from teachback.content.deployment import VARIABLE
from tests.browser.answering import answer_by_mouse
from tests.browser.certificates import code_on, printed
from tests.browser.quiz_page import PATIENCE, expect_kernel
from tests.browser.server import dashboard
from tests.browser.test_exam import notebook, text

CODE = """from teachback import Exam, load_topic
Exam(load_topic("bone_metastasis"), "nurse_test")"""
TOPIC = load_topic("bone_metastasis")
EXAM = TOPIC.exams["nurse_test"]
BANKS = [one for name in EXAM.banks for one in TOPIC.quizzes[name].questions]
CALLS = [
    story_question(TOPIC, story)
    for told in TOPIC.stories.values()
    if told.use == "test"
    for story in told.stories
]
ITEMS: dict[str, Any] = {one.id: one for one in (*BANKS, *CALLS)}


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("key") / "site.key"
    path.write_bytes(b"the key of this test's own site")
    return str(path)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, key: str) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("test")
    deployment = folder / "deployment.yaml"
    deployment.write_text(f"certificate_key: {key}\n", encoding="utf-8")
    words = nbformat.v4.new_markdown_cell("# The test\n\n## Questions")
    code = nbformat.v4.new_code_cell(CODE)
    (folder / "index.ipynb").write_text(notebook("The test", words, code), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(deployment))
        with dashboard(folder / "log", folder) as address:
            yield address


def asked(page: Page) -> list[Any]:
    expect(page.locator("[data-question]")).to_have_count(EXAM.items, timeout=PATIENCE)
    places = page.locator("[data-question]").all()
    return [ITEMS[place.get_attribute("data-question") or ""] for place in places]


def answer_all(page: Page, but: Any = None) -> list[Any]:
    questions = asked(page)
    page.get_by_role("button", name="Show all questions on one page").click()
    for question in questions:
        if question is not but:
            answer_by_mouse(page, question)
    page.get_by_role("button", name="Hand in").click()
    if but:
        page.get_by_role("button", name="Hand in").click()
    return questions


def secrets_of(question: Any) -> list[str]:
    return [why for why in question.reasons().values() if len(why) > 30]


def test_a_nurse_fails_takes_the_other_form_passes_and_prints(
    page: Page, site: str, key: str
) -> None:
    heard: list[str] = []
    page.on("response", lambda one: heard.append(one.text()) if one.ok and text(one) else None)
    page.on("websocket", lambda at: at.on("framereceived", lambda one: heard.append(str(one))))
    page.goto(site)
    expect_kernel(page, "connected")
    expect(page.locator(".tb-exam")).to_contain_text("Attempt 1 of 2.")
    first = asked(page)
    whys = [why for one in ITEMS.values() for why in secrets_of(one)]
    assert not [why for why in whys if any(why in one for one in heard)]
    answer_all(page, but=next(one for one in first if one.red_flag))
    verdict = page.locator(".tb-outcome").first  # before the points: a high score may not pass
    expect(page.locator(":focus")).to_have_text("Not passed yet.")
    expect(page.locator(".tb-quiz")).not_to_contain_text("Still open")
    expect(verdict).to_contain_text("Red-flag items that were missed: 1.")
    expect(page.get_by_label("Name to print")).to_be_hidden()
    heard.clear()
    page.get_by_role("button", name="Take the other form").click()
    expect(page.locator(".tb-exam")).to_contain_text("Attempt 2 of 2.")
    second = asked(page)
    assert not {one.id for one in first} & {one.id for one in second}
    assert not [why for one in second for why in secrets_of(one) if any(why in x for x in heard)]
    answer_all(page)
    expect(page.locator(":focus")).to_have_text("Passed.")
    expect_certificate(page, key)


def expect_certificate(page: Page, key: str) -> None:
    name = page.get_by_label("Name to print")
    name.fill("R2-D2")
    page.get_by_role("button", name="Make the certificate").click()
    expect(page.locator(".tb-exam")).to_contain_text("Write your name in 2 to 60 letters")
    name.fill("Zoë Núñez")
    page.keyboard.press("Enter")
    paper = page.locator(".tb-certificate")
    expect(paper).to_contain_text("Zoë Núñez", timeout=PATIENCE)
    expect(paper).to_contain_text("no nursing contact hours awarded")
    page.emulate_media(reduced_motion="reduce")
    assert Axe().run(page).response["violations"] == []
    page.get_by_role("button", name="Print the certificate").focus()
    words = printed(page)
    for part in ("Zoë Núñez", "Attempt 2", "Not yet checked by a clinician"):
        assert part in words
    assert "Question 1" not in words
    proved = verify(code_on(words), read_key(key))
    assert (proved.learner, proved.attempt) == ("Zoë Núñez", 2)
