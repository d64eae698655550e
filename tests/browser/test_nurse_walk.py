"""The nurses' course by keyboard alone on a phone, from its first page to the certificate."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from teachback.certificate import Completion, code_of
from teachback.content.deployment import VARIABLE
from tests.browser import accessibility as site
from tests.browser.answering import answer_by_keyboard, answer_by_mouse, card
from tests.browser.certificates import checked, code_on, printed
from tests.browser.gallery import TOPIC
from tests.browser.nurse import Nurse
from tests.browser.quiz_page import PATIENCE, expect_kernel
from tests.browser.server import NOTEBOOKS, dashboard
from tests.browser.test_axe import violations
from tests.browser.test_blueprint_exam import asked, secrets_of
from tests.browser.test_exam import text
from tests.browser.test_whole_walk import chapter_of, expect_place

COURSE = [f"nurse/{one.stem}.html" for one in sorted((NOTEBOOKS / "nurse").glob("[01]*.ipynb"))]
TEST, LAST = COURSE[-2:]
NAME = "Zoë Núñez"
LEFT_OPEN = 5
FORGED = Completion(NAME, "The test", "2026-11-23", "2026-11-30", 40, 40, minutes=30, attempt=1)
WIDER = """() => [...document.querySelectorAll("main :is(.tb-table, .tb-scroll, table)")]
  .filter(one => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
  .map(one => one.textContent.slice(0, 60))"""


@pytest.fixture(scope="module")
def academy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard of the committed notebooks that signs by a key of its own."""
    folder = tmp_path_factory.mktemp("academy")
    (folder / "site.key").write_bytes(b"the key of this walk's own site")
    deployment = folder / "deployment.yaml"
    deployment.write_text(f"certificate_key: {folder / 'site.key'}\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(deployment))
        with dashboard(folder / "log") as address:
            yield address


def do_all(nurse: Nurse, sheets: list[dict[str, Any]]) -> None:
    """Do whatever a page offers, in the order of the page."""
    tasks = {"quiz": nurse.practise, "calculator": nurse.calculate}
    for sheet in sheets:
        if sheet["kind"] in tasks:
            tasks[sheet["kind"]](sheet["key"])
        elif sheet["kind"] == "triage":
            nurse.triage()
        elif sheet["kind"] == "before_after":
            nurse.take_form(sheet["when"], LEFT_OPEN if sheet["when"] == "before" else 0)


def test_a_nurse_walks_the_course_by_keyboard_and_holds_a_certificate(
    page: Page, academy: str
) -> None:
    nurse, heard = Nurse(page), []
    page.on("response", lambda one: heard.append(one.text()) if one.ok and text(one) else None)
    page.on("websocket", lambda at: at.on("framereceived", lambda one: heard.append(str(one))))
    site.visit(page, f"{academy}nurse/index.html", kernel=True)
    do_all(nurse, site.sheets(academy, "nurse/index.html"))
    for path in COURSE:
        heard.clear()
        nurse.go_on()
        assert page.url == academy + path
        expect_place(page, chapter_of(path), len(COURSE))
        expect_kernel(page, "connected" if path == TEST else "none")
        if path == TEST:
            sit_and_print(nurse, heard)
        else:
            do_all(nurse, site.sheets(academy, path))
        assert page.evaluate(WIDER) == [], path
        assert violations(page) == [], path
    look_back(nurse)


def sit_and_print(nurse: Nurse, heard: list[str]) -> None:
    """Take the test, whose key nobody heard before, and print the certificate."""
    whys = [why for one in asked(nurse.page) for why in secrets_of(one)]
    assert heard
    assert not [why for why in whys if any(why in one for one in heard)]
    nurse.sit_the_test()
    nurse.keyboard.press("Tab")
    expect(nurse.page.get_by_label("Name to print")).to_be_focused()
    nurse.page.keyboard.type(NAME)
    nurse.keyboard.press("Enter")
    expect(nurse.page.locator(".tb-certificate")).to_contain_text(NAME, timeout=PATIENCE)
    nurse.keyboard.tab_to("Print the certificate")
    paper = printed(nurse.page)
    for words in (NAME, "Attempt 1", "no nursing contact hours", "Not yet checked by a clinician"):
        assert words in paper
    expect_proof(code_on(paper))


def expect_proof(code: str) -> None:
    proved = checked(code)
    assert (proved.returncode, proved.stdout.startswith(f"{NAME} passed")) == (0, True)
    assert checked(code_of(FORGED, b"the key of somebody else")).returncode == 1


def look_back(nurse: Nurse) -> None:
    """See what the course changed, and meet the missed question again on the next day."""
    page = nurse.page
    told = page.locator(".tb-outcome", has_text="What has changed")
    expect(told).to_contain_text(re.compile(r"up by \d+ points in a hundred.*Your gain is 1\.00"))
    expect(told).to_contain_text('before, "A little"; after, "Quite"')
    status = page.locator(".tb-review .tb-progress")
    expect(status).to_have_text("Nothing due today. 1 card waits. It is due tomorrow.")
    page.clock.set_fixed_time(dt.datetime.now(dt.UTC) + dt.timedelta(days=1))
    page.reload()
    answer_by_keyboard(page, nurse.missed)
    expect(card(page, nurse.missed).locator(".tb-verdict")).to_have_text("Right.")
    nurse.press("Next card")
    expect(status).to_contain_text("It is due in 2 days.")


def test_without_a_kernel_practice_works_and_the_test_says_what_it_needs(
    page: Page, academy: str
) -> None:
    for path in COURSE:
        site.visit(page, academy + path)  # which refuses every kernel
        for sheet in site.sheets(academy, path):
            if sheet["kind"] == "quiz":
                question = TOPIC.quizzes[sheet["key"]].questions[0]
                answer_by_mouse(page, question)
                site.check(page, sheet["questions"][0])
                expect(card(page, question).locator(".tb-verdict")).to_have_text("Right.")
    page.goto(academy + TEST)
    test = page.locator(".tb-exam")
    expect(test).to_contain_text("This test needs the course's server", timeout=PATIENCE)
    expect(test).to_contain_text("To try again, reload this page.")
    expect(test.get_by_role("button")).to_have_count(0)
    assert "0 of 0" not in test.inner_text()
