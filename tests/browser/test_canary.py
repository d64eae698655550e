"""Whatever is ticked or typed is on no wire and on no disk."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, WebSocket

from tests.browser import kernel, server
from tests.browser.classroom import CHECKLIST_PAGE, QUIZ_PAGE, write_classroom
from tests.browser.quiz_page import (
    QUESTIONS,
    answer,
    expect_in_python,
    expect_kernel,
    hold_kernel,
    kernels_of,
)
from tests.browser.test_privacy import LET_IT_ALL_LEAVE, kept
from tests.browser.visitor import Channel, KernelPart, Visitor
from tests.dashboard.processes import until

CANARY = "canary_7391"
NUMBER = "7391"
MARKED_BY_THE_KERNEL = {"nurse/10_test", "educator/item_analysis"}  # asks for it at once
PAGES = {
    path.relative_to(server.NOTEBOOKS).with_suffix("").as_posix(): path
    for path in sorted(server.NOTEBOOKS.rglob("*.ipynb"))
    if ".ipynb_checkpoints" not in path.parts
}
FREE_TEXT = "input[type=text], input[type=email], input[type=file], textarea, [contenteditable]"
CLICK_ALL = "all => all.forEach(one => one.click())"
TYPE_ALL = """(all, typed) => all.forEach((one) => {
  one.value = typed;
  for (const kind of ["input", "change"]) one.dispatchEvent(new Event(kind, { bubbles: true }));
})"""


@dataclass
class Sent:
    """All that leaves a page, word for word."""

    all: list[str]

    @classmethod
    def of(cls, page: Page) -> Sent:
        sent = cls([])
        page.on("request", sent.hear_request)
        page.on("websocket", sent.hear_line)
        return sent

    def hear_request(self, request: Request) -> None:
        if not request.url.startswith(("blob:", "data:")):
            self.all.append(f"{request.url} {request.post_data or ''} {request.headers}")

    def hear_line(self, line: WebSocket) -> None:
        self.all.append(line.url)
        line.on("framesent", lambda frame: self.all.append(str(frame)))


def answer_everything(page: Page) -> None:
    """Tick every box, and type a number wherever one can be typed."""
    inputs = page.locator("[data-teachback] :is(input[type=radio], input[type=checkbox])")
    inputs.evaluate_all(CLICK_ALL)
    page.locator("input[type=number], input[type=text]").evaluate_all(TYPE_ALL, NUMBER)
    checks = page.get_by_role("button", name="Check my answer")
    checks.evaluate_all(CLICK_ALL)


@pytest.mark.parametrize("name", sorted(PAGES.keys() - MARKED_BY_THE_KERNEL))
def test_nothing_of_what_is_ticked_and_typed_leaves_the_page(
    page: Page, dashboard: str, name: str
) -> None:
    sent = Sent.of(page)
    page.goto(f"{dashboard}{name}.html")
    address, title = page.url, page.title()
    answer_everything(page)
    page.evaluate(LET_IT_ALL_LEAVE)
    assert len(sent.all) == 1
    assert sent.all[0].startswith(f"{address} ")
    assert (page.url, page.title()) == (address, title)
    if not name.startswith("nurse/"):
        assert page.locator(FREE_TEXT).count() == 0
        assert kept(page) | {"address": "", "title": ""} == {
            "cookies": [],
            "local": [],
            "databases": 0,
            "address": "",
            "title": "",
        }


@pytest.mark.parametrize("name", [QUIZ_PAGE, CHECKLIST_PAGE])
def test_the_request_for_a_kernel_carries_no_answer(page: Page, classroom: str, name: str) -> None:
    bodies: list[str | None] = []
    page.on("request", lambda request: bodies.append(request.post_data))
    release = hold_kernel(page)
    sent = Sent.of(page)
    page.goto(f"{classroom}{name}.html")
    answer_everything(page)
    expect_kernel(page, "starting")
    release()
    expect_kernel(page, "connected")
    asked = [one for one in sent.all if "/kernel/" in one]
    assert len(asked) == 1
    assert set(bodies) == {None}
    assert [one for one in asked for question in QUESTIONS if question.id in one] == []


@dataclass(frozen=True)
class House:
    """A dashboard all of whose files lie below one folder."""

    address: str
    folder: Path

    def files(self) -> dict[str, int]:
        """Every file but the log, by when it was last written to."""
        found = (one for one in self.folder.rglob("*") if one.is_file() and one.name != "log")
        return {str(one.relative_to(self.folder)): one.stat().st_mtime_ns for one in found}

    def holds(self, word: str) -> list[str]:
        """Return which files hold a word, the log among them."""
        files = [one for one in self.folder.rglob("*") if one.is_file()]
        return [one.name for one in files if word.encode() in one.read_bytes()]


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """A dashboard with a home, temporary files and caches of its own."""
    with tempfile.TemporaryDirectory(prefix="tb") as name:  # short, as names of sockets must be
        folder = Path(name)
        for one in ("t", "home", "course"):
            (folder / one).mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(folder / "t"))
        env = {"TMPDIR": str(folder / "t"), "HOME": str(folder / "home")}
        env |= {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("DATA", "CACHE", "CONFIG")}
        env |= {f"JUPYTER_{kind}_DIR": str(folder / kind) for kind in ("RUNTIME", "DATA")}
        course = write_classroom(folder / "course")
        with server.house(folder / "log", course, env=env, spare=0) as (address, _):
            yield House(address, folder)


def test_a_visit_writes_nothing_of_what_is_said_to_any_disk(page: Page, house: House) -> None:
    first = KernelPart.of(Visitor(house.address).ask_for_kernel(QUIZ_PAGE)).kernel_id
    before = house.files()  # a first kernel has made its folders
    kernels = kernels_of(page)
    page.goto(house.address)
    expect_kernel(page, "connected")
    for question in QUESTIONS:
        answer(page, question)
    expect_in_python(page, kernels[-1], *QUESTIONS)
    channel = Channel(house.address, kernels[-1])
    for data in ({"method": "update", "state": {"answers": {CANARY: CANARY}}}, CANARY):
        channel.send("comm_msg", {"comm_id": CANARY, "data": data})
    channel.heard_until_idle(channel.send("kernel_info_request", {}))
    channel.close()
    changed = {name for name, at in house.files().items() if before.get(name) != at}
    assert [name for name in changed if f"kernel-{kernels[-1]}" not in name] == []
    assert house.holds(CANARY) == []
    for number in (first, kernels[-1]):
        kernel.kill(number)
    until(lambda: house.files().keys() <= before.keys(), "what a kernel needs is gone")
    assert house.holds(CANARY) == []
