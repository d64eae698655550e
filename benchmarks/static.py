"""`python -m benchmarks --static`: a page of the static site beside a bare HTML page."""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, replace
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from playwright.sync_api import Error, Playwright

from benchmarks import report
from benchmarks.bare import write_bare_page
from benchmarks.sides import LESSON, Side, plan, slow_line
from benchmarks.visit import Visit, open_browser, visit
from teachback.content import load_topic
from teachback.pages import prepare_site
from teachback.pages.static import build
from tests.browser.server import NOTEBOOKS

BARE = "bare.html"
FAST, SLOW, PHONE = "fast line", "slow line", "slow phone"
LINES = (FAST, SLOW, PHONE)
Visits = dict[tuple[str, str], list[Visit]]


@cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes())


class _Packed(SimpleHTTPRequestHandler):
    """A file server that compresses, as servers of static sites do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file, compressed."""
        path = Path(self.translate_path(self.path))
        found = path.is_file()
        content = _packed(path) if found else b""
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip" if found else "identity")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *about: Any) -> None:
        """Tell of an error, but not of a browser that has seen enough and hangs up."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(*about)


def main(playwright: Playwright, runs: int, file: Path | None) -> int:
    """Measure, print, and return 0, or 1 if it could not measure."""
    browser = open_browser(playwright)
    facts = report.facts(browser.version) | {"load before": report.load()}
    browser.close()
    with _both_sides() as sides:
        visits = _visits(playwright, sides, runs)
    facts["load after"] = report.load()
    print(*(f"{name}: {fact}" for name, fact in facts.items()), "", sep="\n")
    if not all(visits[side.name, line] for side in sides for line in LINES):
        print("Could not measure: all visits to one side failed.", file=sys.stderr)
        return 1
    rows = _rows(visits)
    wishes = _wishes(rows)
    print(report.table(rows, "bare"), "", *wishes, sep="\n")
    if file:
        numbers = {"rows": [asdict(row) for row in rows.values()]}
        met = {"wishes": [asdict(wish) | {"met": wish.met} for wish in wishes]}
        file.write_text(json.dumps({"facts": facts} | numbers | met, indent=1) + "\n")
    return 0


@contextmanager
def _both_sides() -> Iterator[tuple[Side, Side]]:
    """Write both pages into one folder, and serve it by the fast and by the slow line."""
    topic = load_topic("bone_metastasis")
    quiz = topic.quizzes["signs_to_know"]
    with TemporaryDirectory() as name, ExitStack() as servers:
        folder = Path(name) / "site"
        build(prepare_site(NOTEBOOKS, topic, lambda _: None), folder, lambda _: None)
        write_bare_page(NOTEBOOKS / f"{LESSON}.ipynb", quiz, folder / BARE)
        fast = servers.enter_context(_files(folder))
        slow = servers.enter_context(slow_line(fast, Path(name) / "slow.log"))
        bare = plan("stock", quiz) | {"settled": "html"}
        page = f"{LESSON}.html"
        sides = (
            Side("bare", fast + BARE, slow + BARE, bare),
            Side("ours", fast + page, slow + page, plan("ours", quiz)),
        )
        yield tuple(
            replace(one, plan=one.plan | {"clicks": one.plan["clicks"][:1]}) for one in sides
        )


@contextmanager
def _files(folder: Path) -> Iterator[str]:
    server = _Server(("127.0.0.1", 0), partial(_Packed, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def _visits(playwright: Playwright, sides: tuple[Side, Side], runs: int) -> Visits:
    """Visit both in turn: by the fast line, by the slow line, and as a slow phone does."""
    visits: Visits = defaultdict(list)
    for number in range(runs + 1):  # the first warms up
        for line in LINES:
            for side in sides if number % 2 else sides[::-1]:
                found = _one_visit(playwright, side, line)
                visits[side.name, line] += [found] if found and number else []
    return visits


def _one_visit(playwright: Playwright, side: Side, line: str) -> Visit | None:
    address = side.delayed_address if line == SLOW else side.address
    try:
        found = visit(playwright, address, side.plan, phone=line == PHONE)
    except Error as error:
        print(f"{side.name}, {line}: failed: {error.message.splitlines()[0]}", file=sys.stderr)
        return None
    print(f"{side.name}, {line}: first reason {found.first_reason:.0f} ms", file=sys.stderr)
    return found


def _rows(visits: Visits) -> dict[str, report.Row]:
    """Return everything measured, by its name."""
    rows = [
        report.Row(
            f"first reason, {line}, ms",
            [one.first_reason for one in visits["ours", line]],
            [one.first_reason for one in visits["bare", line]],
        )
        for line in LINES
    ]
    for name, value in ((report.REQUESTS, "requests"), (report.SIZE, "size")):
        divisor = 1000 if value == "size" else 1
        ours, bare = (
            [getattr(one, value) / divisor for one in visits[side, FAST]]
            for side in ("ours", "bare")
        )
        rows.append(report.Row(name, ours, bare))
    return {row.name: row for row in rows}


def _wishes(rows: dict[str, report.Row]) -> list[report.Wish]:
    """Return the wanted values of a static page, and whether they are met."""
    fast, slow, phone = (rows[f"first reason, {line}, ms"] for line in LINES)
    return [
        report.Wish("first reason at most 1.5 of the bare page's", fast.ratio or 0, 1.5),
        report.Wish("the same by the slow line", slow.ratio or 0, 1.5),
        report.Wish(
            "at most 1000 ms on a slow phone", sorted(phone.ours)[len(phone.ours) // 2], 1000
        ),
    ]
