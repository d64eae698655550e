"""The site as the accessibility tests walk it: its pages, their questions, their states."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import combinations
from typing import Any
from urllib.parse import urljoin
from urllib.request import urlopen

from playwright.sync_api import Locator, Page, WebSocketRoute, expect

SHEET = re.compile(r'<script type="application/json">(.*?)</script>', re.DOTALL)
CHOOSE = """(all, answer) => all.filter(x => x.checked !== answer.includes(x.value))
  .filter(x => x.type === "checkbox" || !x.checked).forEach(x => x.click())"""
PRESS_ALL = "all => all.forEach(one => one.click())"
EMERGENCY, SAME_DAY = 3, 2
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}


@cache
def source(address: str) -> str:
    """Return a page as the server sends it, before any script has run."""
    with urlopen(address, timeout=30) as answer:
        return answer.read().decode()


@cache
def paths(site: str) -> tuple[str, ...]:
    """Return the path of every page that can be reached by links from the start page."""
    found = [site]
    for address in found:
        links = (urljoin(address, link) for link in re.findall(r'href="([^"#]+)', source(address)))
        found += dict.fromkeys(x for x in links if x.startswith(site) and x not in found)
    return tuple(address.removeprefix(site) for address in found)


def sheets(site: str, path: str) -> list[dict[str, Any]]:
    """Return the quizzes and checklists of a page."""
    return [json.loads(text) for text in SHEET.findall(source(site + path))]


def questions(sheet: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what can be answered by ticks; a kind with controls of its own has its own tests."""
    if sheet["kind"] == "checklist":
        return [symptom for group in sheet["groups"] for symptom in group["symptoms"]]
    plain = sheet["kind"] == "quiz" and not sheet.get("case")  # a case unfolds step by step
    asked = sheet["questions"] if plain else []
    return [one for one in asked if one["control"]["kind"] in {"pick_one", "pick_many"}]


def pages_with(site: str, kind: str) -> list[tuple[str, dict[str, Any]]]:
    """Return path and sheet of everything of this kind; there must be some."""
    found = [(path, sheet) for path in paths(site) for sheet in sheets(site, path)]
    found = [(path, sheet) for path, sheet in found if sheet["kind"] == kind]
    assert found
    return found


def open_whole(page: Page, address: str) -> None:
    """Open a page, and wait until all of it is laid out: what is unseen has no place before."""
    page.goto(address)
    expect(page.locator("main")).not_to_have_attribute("data-opening", "")


def visit(page: Page, address: str, *, kernel: bool = False) -> None:
    """Open a page and wait for its questions; unless asked for, no kernel is started."""
    page.emulate_media(reduced_motion="reduce")  # no smooth scrolling: where it lands is final
    if not kernel:
        page.route("**/kernel/**", lambda route: route.abort())
    open_whole(page, address)
    expect(page.locator("[data-island] > script")).to_have_count(0)
    page.get_by_role("button", name="Show all questions on one page").evaluate_all(PRESS_ALL)


def wait_for_kernel(page: Page, state: str) -> None:
    kernel = "data-teachback-kernel"
    expect(page.locator("html")).to_have_attribute(kernel, state, timeout=30_000)


def card(page: Page, question: dict[str, Any]) -> Locator:
    return page.locator(f'[data-question="{question["id"]}"]')


def answer_with(question: dict[str, Any], verdict: str) -> list[str] | None:
    """Return an answer that is right, partly right or wrong, or None if there is none."""
    ids = [option["id"] for option in question["control"]["options"]]
    sizes = [1] if question["control"]["kind"] == "pick_one" else range(1, len(ids) + 1)
    for chosen in (set(some) for size in sizes for some in combinations(ids, size)):
        if verdict == _verdict(question, chosen):
            return sorted(chosen)
    return None


def _verdict(question: dict[str, Any], chosen: set[str]) -> str:
    groups = (
        [worth for worth, held in group if chosen.issuperset(held)] for group in question["groups"]
    )
    points = sum(max(0, sum(group)) for group in groups)
    return "right" if points == question["max"] else "partly" if points else "wrong"


def choose(page: Page, question: dict[str, Any], answer: list[str]) -> None:
    card(page, question).locator("input").evaluate_all(CHOOSE, answer)


def check(page: Page, question: dict[str, Any]) -> None:
    sure = card(page, question).locator(".tb-sure input")
    sure.evaluate_all("all => all.some(x => x.checked) || all[0]?.click()")
    card(page, question).get_by_role("button", name="Check my answer").click()


def answer_all(page: Page, sheet: dict[str, Any]) -> None:
    """Answer everything: all right in a quiz, all "no" in a checklist."""
    for question in questions(sheet):
        if sheet["kind"] == "quiz":
            choose(page, question, answer_with(question, "right") or [])
            check(page, question)
        else:
            choose(page, question, ["no"])


class Line:
    """A page's connection to its kernel, which a test can cut for good."""

    def __init__(self, page: Page) -> None:
        self._sockets: list[WebSocketRoute] = []
        self._is_cut = False
        page.route_web_socket(re.compile("/api/kernels/"), self._open)

    def _open(self, socket: WebSocketRoute) -> None:
        if self._is_cut:
            socket.close()
        else:
            socket.connect_to_server()
            self._sockets.append(socket)

    def cut(self) -> None:
        self._is_cut = True
        for socket in self._sockets:
            socket.close()


def symptoms_of_rank(sheet: dict[str, Any], rank: int) -> list[dict[str, Any]]:
    """Return the symptoms whose "yes" alone gives this rank."""
    ranks: dict[str, int] = {}
    for _, level, (kind, symptom, *_) in sheet["clauses"]:
        if kind == "has":
            ranks[symptom] = max(level, ranks.get(symptom, -1))
    return [symptom for symptom in questions(sheet) if ranks.get(symptom["id"]) == rank]
