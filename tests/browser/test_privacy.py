"""A visit leaves nothing anywhere: not with others, not on the wire, not on a disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, WebSocket, expect

from tests.browser import server
from tests.browser.classroom import CHECKLIST_PAGE, write_classroom
from tests.browser.quiz_page import (
    CHECKLIST,
    LESSON,
    QUESTIONS,
    answer,
    expect_in_python,
    expect_kernel,
    expect_reason,
    kernels_of,
    wait_until,
)
from tests.browser.visitor import Visitor

CANARY = "canary"
NOT_SHARED = (
    "Your answers stay in this browser tab until you close it. They are not shared with a teacher."
)
LET_IT_ALL_LEAVE = "new Promise((done) => setTimeout(() => done(true), 200))"


@dataclass(frozen=True)
class House:
    """A dashboard with a log of its own."""

    address: str
    log: Path


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    log = tmp_path_factory.mktemp("privacy") / "log"
    with server.dashboard(log) as address:
        yield House(address, log)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Pages that get a kernel, with a log of their own."""
    log = tmp_path_factory.mktemp("privacy_room") / "log"
    with server.dashboard(log, write_classroom(tmp_path_factory.mktemp("room"))) as address:
        yield House(address, log)


@dataclass
class Wire:
    """All that leaves a page."""

    requests: list[str] = field(default_factory=list)
    frames: list[str | bytes] = field(default_factory=list)

    @classmethod
    def of(cls, page: Page) -> Wire:
        wire = cls()
        page.on("request", lambda request: wire.requests.append(request.url))
        page.on("websocket", wire.listen)
        return wire

    def listen(self, socket: WebSocket) -> None:
        self.requests.append(socket.url)
        socket.on("framesent", self.hear)

    def hear(self, frame: str | bytes) -> None:
        self.frames.append(frame)

    @property
    def hosts(self) -> set[str]:
        there = (re.match(r"(?:https?|wss?)://([^/]+)/", url) for url in self.requests)
        return {found[1] for found in there if found}


def tick_all(page: Page) -> None:
    """Answer everything, the questions that follow and the treatment, also past an emergency."""
    go_on = page.get_by_role("button", name="I have read this")
    places = "[data-teachback=checklist] :is([data-question], [data-modifier])"
    page.locator(f"{places} input").evaluate_all("all => all.forEach(one => one.click())")
    if go_on.is_visible():
        go_on.click()


def kept(page: Page) -> dict[str, object]:
    """What the browser keeps of the visit beyond the tab, and what others may see of it."""
    return {
        "cookies": [cookie["name"] for cookie in page.context.cookies()],
        "local": page.evaluate("Object.keys(localStorage)"),
        "databases": page.evaluate("indexedDB.databases().then((all) => all.length)"),
        "address": page.url,
        "title": page.title(),
    }


def test_a_whole_visit_asks_for_pages_and_nothing_else_and_keeps_nothing(
    page: Page, house: House
) -> None:
    wire = Wire.of(page)
    addresses = ["", f"{CHECKLIST}.html", f"{LESSON}.html"]
    for address in addresses:
        page.goto(house.address + address)
    for question in QUESTIONS:
        answer(page, question)
        expect_reason(page, question)
    page.evaluate(LET_IT_ALL_LEAVE)
    assert wire.requests == [house.address + address for address in addresses]
    expect(page.locator("[data-quiet]")).to_have_text(NOT_SHARED)
    assert kept(page) == {
        "cookies": [],
        "local": [],
        "databases": 0,
        "address": f"{house.address}{LESSON}.html",
        "title": page.title(),
    }


def test_with_a_kernel_too_no_host_but_ours_is_asked(page: Page, room: House) -> None:
    wire, kernels = Wire.of(page), kernels_of(page)
    page.goto(room.address)
    title = page.title()
    expect_kernel(page, "connected")
    for question in QUESTIONS:
        answer(page, question)
    expect_in_python(page, kernels[-1], *QUESTIONS)
    assert wire.hosts == {room.address.split("/")[2]}
    assert kept(page) == {
        "cookies": ["_xsrf"],
        "local": [],
        "databases": 0,
        "address": room.address,
        "title": title,
    }


@pytest.mark.parametrize("kernel", ["none", "connected"])
def test_what_is_ticked_on_the_checklist_never_leaves_the_tab(
    page: Page, house: House, room: House, kernel: str
) -> None:
    wire = Wire.of(page)
    address = f"{house.address}{CHECKLIST}" if kernel == "none" else room.address + CHECKLIST_PAGE
    page.goto(f"{address}.html")
    expect(page.locator("[data-teachback=checklist]")).to_be_visible()
    tick_all(page)  # before the kernel is there: joining it must not send them either
    expect_kernel(page, kernel)
    before = len(wire.requests)
    title, frames, cookies = page.title(), list(wire.frames), kept(page)["cookies"]
    tick_all(page)
    page.get_by_role("button", name="Clear my answers").click()
    tick_all(page)
    wait_until(page, lambda: page.evaluate("sessionStorage.length") > 0)
    page.evaluate(LET_IT_ALL_LEAVE)
    assert wire.requests[before:] == []
    assert [frame for frame in wire.frames[len(frames) :] if "comm" in str(frame)] == []
    sheet = page.locator("[data-teachback=checklist] [data-question]").first
    symptom = str(sheet.get_attribute("data-question"))
    assert not [frame for frame in wire.frames if symptom in str(frame)]
    assert kept(page) == {
        "cookies": cookies,
        "local": [],
        "databases": 0,
        "address": f"{address}.html",
        "title": title,
    }


def test_the_log_tells_neither_answers_nor_who_asked_for_what(page: Page, room: House) -> None:
    kernels = kernels_of(page)
    page.goto(room.address)
    expect_kernel(page, "connected")
    for question in QUESTIONS:
        answer(page, question)
    expect_in_python(page, kernels[-1], *QUESTIONS)
    visitor = Visitor(room.address)
    visitor.ask(f"/nowhere?answer={CANARY}")
    visitor.ask(f"/voila/static/nowhere?answer={CANARY}")
    visitor.ask(f"/api/kernels/{'0' * 8}-0000-0000-0000-{'0' * 12}/channels?answer={CANARY}")
    log = room.log.read_text()
    ids = {question.id for question in QUESTIONS}
    ids |= {option.id for question in QUESTIONS for option in question.options if "_" in option.id}
    assert {one for one in ids if one in log} == set()
    assert [line for line in log.splitlines() if CANARY in line] == []
    assert kernels[-1] not in log


def test_a_page_with_only_a_checklist_says_in_every_state_that_nothing_is_shared(
    page: Page, room: House
) -> None:
    page.goto(f"{room.address}{CHECKLIST_PAGE}.html")
    expect_kernel(page, "connected")
    assert "not shared" in page.locator("[data-quiet]").inner_text()
