"""Ten real browsers at once, until the last has its first reason."""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Barrier

from playwright.sync_api import Error, sync_playwright

from benchmarks.report import Row
from benchmarks.sides import KERNEL, READING, STOCK, Side, plan, serve
from benchmarks.visit import MS_AT_MOST, visit

BROWSERS = 10
NAME = f"last first reason of {BROWSERS} browsers at once, s"
SECONDS_TO_OPEN = 120


def measure(rounds: int) -> dict[str, Row]:
    """Let ten browsers come at once to a new server of each side in turn.

    A browser without a reason after two minutes counts as two minutes.
    """
    found: dict[str, list[float]] = {STOCK: [], READING: [], KERNEL: []}
    for number in range(rounds):
        for name, last in found.items():
            with TemporaryDirectory() as folder, serve(name, Path(folder)) as server:
                last.append(_last(Side(name, server.address, "", plan(name))))
            told = f"round {number + 1}, {name}, {BROWSERS} browsers: last {last[-1]:.1f} s"
            print(told, file=sys.stderr, flush=True)
    return {NAME: Row(NAME, found)}


def _last(side: Side) -> float:
    """Return after how many seconds the last of ten browsers has its first reason."""
    starts: list[float] = []
    ready = Barrier(BROWSERS, lambda: starts.append(time.time()), SECONDS_TO_OPEN)

    def moment(_: int) -> float:
        with sync_playwright() as playwright:
            try:
                return visit(playwright, side, clicks=0, wait=ready.wait).moment / 1000
            except Error as error:
                print(f"{side.name}: {error.message.splitlines()[0]}", file=sys.stderr)
                return time.time() + MS_AT_MOST / 1000

    with ThreadPoolExecutor(BROWSERS) as browsers:
        return max(browsers.map(moment, range(BROWSERS))) - starts[0]
