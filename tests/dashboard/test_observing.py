"""What the server tells of itself: enough to run it, nothing about who visits."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from websocket import WebSocketBadStatusException

from tests.browser import kernel, server
from tests.browser.classroom import ALONE_PAGE, QUIZ_PAGE, write_classroom
from tests.browser.quiz_page import QUESTIONS, right
from tests.browser.visitor import Channel, KernelPart, Visitor
from tests.dashboard.processes import until

ALLOWED = {"event", "page", "locale", "status", "error", "by", "took", "release"}
CANARY = "canary"
FIRST, *_ = QUESTIONS
STEPS = {"under 0.01 s", "under 0.1 s", "under 1 s", "under 10 s", "over 10 s"}


@dataclass(frozen=True)
class House:
    """A dashboard, its log, and where it tells its metrics."""

    address: str
    log: Path
    metrics: str

    def lines(self) -> list[dict[str, object]]:
        found = self.log.read_text().splitlines()
        return [json.loads(line) for line in found if line.startswith("{")]

    def number(self, name: str, **labels: str) -> float:
        """One number, read as Prometheus reads it; none is nought."""
        families = text_string_to_metric_families(Visitor(self.metrics).ask("/metrics").text)
        samples = [one for family in families for one in family.samples]
        found = [one.value for one in samples if (one.name, one.labels) == (name, labels)]
        return found[0] if found else 0.0


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = write_classroom(tmp_path_factory.mktemp("observing"))
    port = server.free_port()
    more = ("--metrics-port", str(port), "--kernels", "5")
    with server.house(folder / "log", folder, *more, spare=1) as (address, _):
        yield House(address, folder / "log", f"http://127.0.0.1:{port}/")


def test_a_balancer_is_told_in_one_word_and_nothing_is_written_about_it(house: House) -> None:
    reply = Visitor(house.address).ask(f"/healthz?{CANARY}")
    assert (reply.status, reply.text) == (200, "ok\n")
    assert CANARY not in house.log.read_text()


def test_a_page_seen_is_one_line(house: House) -> None:
    before = len(house.lines())
    Visitor(house.address).ask(f"/{ALONE_PAGE}.html?answer={CANARY}")
    (line,) = until(lambda: house.lines()[before:], "a line")
    assert line.pop("took") in STEPS
    assert re.fullmatch(r"[0-9a-f]{12}", str(line.pop("release")))
    assert line == {"event": "page", "page": ALONE_PAGE, "locale": "en"}


@pytest.mark.parametrize(
    ("path", "status"), [("/nowhere", 404), ("/api/contents", 404), ("/%ff.html", 404)]
)
def test_an_error_is_one_line_without_the_address(house: House, path: str, status: int) -> None:
    before = len(house.lines())
    Visitor(house.address).ask(f"{path}?answer={CANARY}")
    (line,) = until(lambda: house.lines()[before:], "a line")
    assert (line["event"], line["status"]) == ("error", status)
    assert set(line) <= ALLOWED
    assert path.strip("/") not in json.dumps(line)


def test_a_whole_visit_leaves_only_allowed_lines(house: House) -> None:
    part = KernelPart.of(Visitor(house.address).ask_for_kernel(QUIZ_PAGE, f"?{CANARY}"))
    channel = Channel(house.address, part.kernel_id)
    state = {"answers": {FIRST.id: right(FIRST)}, CANARY: CANARY}
    data = {"method": "update", "state": state, "buffer_paths": []}
    told = channel.send("comm_msg", {"comm_id": part.models[0], "data": data})
    channel.heard_until_idle(told)
    kernel.kill(part.kernel_id)
    visitor = Visitor(house.address)
    path = f"/api/kernels/{part.kernel_id}"
    until(lambda: visitor.ask(path).status == 404, "the end of the kernel")
    channel.close()
    log = house.log.read_text()
    assert not [
        one
        for one in (CANARY, part.kernel_id, FIRST.id, "127.0.0.1:", "Python-urllib")
        if one in log.replace(house.address, "")
    ]
    ours = [line for line in house.lines() if line["event"] in {"page", "kernel"}]
    assert {"page", "kernel"} == {line["event"] for line in ours}
    assert all(set(line) <= ALLOWED for line in ours)


def say_everywhere(house: House, part: KernelPart) -> None:
    """Say the canary wherever a visitor can say anything, also where it is refused."""
    for name in ("Origin", "Host", "Cookie", "Referer", "User-Agent", "X-XSRFToken", CANARY):
        for path in ("/", f"/kernel/{QUIZ_PAGE}.html", f"/api/kernels/{part.kernel_id}"):
            for method in ("GET", "POST"):
                named = {name: f"http://{CANARY}.example", "Content-Length": "0"}
                Visitor(house.address).ask(path, method, named)
    for method, path in ((CANARY, "/"), ("GET", f"/{CANARY}.html"), ("GET", f"/%ff{CANARY}")):
        Visitor(house.address).ask(path, method)
    with suppress(WebSocketBadStatusException):
        Channel(house.address, part.kernel_id, f"http://{CANARY}.example")
    for message_type, content, line in (
        (CANARY, {}, "shell"),
        ("comm_msg", {CANARY: CANARY}, CANARY),
        ("comm_open", {"target_name": CANARY, "comm_id": CANARY, "data": {}}, "shell"),
        ("comm_msg", {"comm_id": CANARY, "data": CANARY}, "shell"),
        ("comm_msg", {"comm_id": part.models[0], "data": {CANARY: CANARY}}, "shell"),
    ):
        channel = Channel(house.address, part.kernel_id)
        channel.send(message_type, content, line)
        channel.heard_until_idle(channel.send("kernel_info_request", {}))
        channel.socket.send(CANARY)
        channel.close()


def test_nothing_that_a_visitor_says_is_written_down(house: House) -> None:
    part = KernelPart.of(Visitor(house.address).ask_for_kernel(QUIZ_PAGE))
    before = len(house.log.read_text())
    say_everywhere(house, part)
    mark = len(house.lines())
    Visitor(house.address).ask("/")
    until(lambda: len(house.lines()) > mark, "the last line")
    log = house.log.read_text()[before:]
    assert "error" in log
    assert CANARY not in Visitor(house.metrics).ask("/metrics").text
    assert [line for line in log.splitlines() if CANARY in line or "Traceback" in line] == []
    assert [set(json.loads(line)) - ALLOWED for line in log.splitlines()] == [set()] * len(
        log.splitlines()
    )


def test_the_numbers_are_told_on_a_port_of_their_own(house: House) -> None:
    seen = ("teachback_seen_total", {"event": "page", "page": ALONE_PAGE})
    before = house.number(seen[0], **seen[1])
    Visitor(house.address).ask(f"/{ALONE_PAGE}.html")
    assert house.number(seen[0], **seen[1]) == before + 1
    errors = house.number("teachback_errors_total", status="404")
    Visitor(house.address).ask("/nowhere")
    assert house.number("teachback_errors_total", status="404") == errors + 1
    assert house.number("teachback_kernels_most") == 5
    until(lambda: house.number("teachback_kernels_spare") == 1, "a spare kernel")
    part = KernelPart.of(Visitor(house.address).ask_for_kernel(QUIZ_PAGE))
    channel = Channel(house.address, part.kernel_id)
    until(lambda: house.number("teachback_kernels_lines") >= 1, "a line")
    channel.close()
    assert Visitor(house.address).ask("/metrics").status == 404
    assert part.kernel_id not in Visitor(house.metrics).ask("/metrics").text
