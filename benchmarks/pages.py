"""One visitor: every home of the lesson visited in turn, by every line."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable
from statistics import median

from playwright.sync_api import Error, Playwright

from benchmarks.report import Row, Wish
from benchmarks.sides import BARE, KERNEL, READING, STATIC, STOCK, Side, all_sides
from benchmarks.visit import FAST, LINES, PHONE, SLOW, Visit, visit

Visits = dict[tuple[str, str], list[Visit]]
"""Visits by side and line."""

FIRST, CLICK = "first reason, {}, ms", "click to reason, {}, ms"
REQUESTS, SIZE = "requests before the first reason", "kB before the first reason"
FREEZE = "longest freeze after the first reason, ms"
PHONES_AT_MOST = 3  # stock Voila takes half a minute there


def measure(playwright: Playwright, runs: int) -> Visits:
    """Visit all sides in turn, by each line, so many times.

    Raises:
        RuntimeError: if all visits to one side failed by one line.
    """
    visits: Visits = defaultdict(list)
    with all_sides() as sides:
        for side in sides:  # what a server does only once is not the page's time
            _one_visit(playwright, side, FAST, "warm-up")
        for number in range(1, runs + 1):
            for line in LINES if number <= PHONES_AT_MOST else (FAST, SLOW):
                for side in sides if number % 2 else sides[::-1]:
                    found = _one_visit(playwright, side, line, f"run {number} of {runs}")
                    visits[side.name, line] += [found] if found else []
    for (side_name, line), found_all in visits.items():
        if not found_all:
            msg = f"all visits failed: {side_name}, {line}"
            raise RuntimeError(msg)
    return visits


def _one_visit(playwright: Playwright, side: Side, line: str, label: str) -> Visit | None:
    """Return what a visit measured, or None if it failed; say so in one line."""
    about = f"{label}, {side.name}, {line}:"
    try:
        found = visit(playwright, side, line, clicks=0 if line == PHONE else None)
    except Error as error:
        print(about, f"failed: {error.message.splitlines()[0]}", file=sys.stderr, flush=True)
        return None
    print(about, f"first reason {found.first_reason:.0f} ms", file=sys.stderr, flush=True)
    return found


def rows(visits: Visits) -> dict[str, Row]:
    """Return everything measured, by its name."""

    def row(name: str, line: str, values: Callable[[Visit], list[float]]) -> Row:
        by_side: dict[str, list[float]] = {
            side: [value for one in found for value in values(one)]
            for (side, other), found in visits.items()
            if other == line
        }
        return Row(name, by_side)

    found = [
        *(row(FIRST.format(line), line, lambda one: [one.first_reason]) for line in LINES),
        *(row(CLICK.format(line), line, lambda one: one.clicks) for line in (FAST, SLOW)),
        row(REQUESTS, FAST, lambda one: [one.requests]),
        row(SIZE, FAST, lambda one: [one.size / 1000]),
        row(FREEZE, FAST, lambda one: [one.freeze]),
    ]
    return {one.name: one for one in found}


def wishes(found: dict[str, Row]) -> list[Wish]:
    """Return the wanted values of one visit and whether they are met."""
    first, slow, phone = (found[FIRST.format(line)] for line in LINES)
    click, late = (found[CLICK.format(line)] for line in (FAST, SLOW))
    size = found[SIZE]
    wanted = [
        Wish("first reason without a kernel, of stock Voila's", first.ratio(READING, STOCK), 0.05),
        Wish("the same, of the bare page's", first.ratio(READING, BARE), 2),
        Wish("first reason with a kernel, of stock Voila's", first.ratio(KERNEL, STOCK), 0.10),
        Wish("first reason of the static page, of the bare page's", first.ratio(STATIC, BARE), 1.5),
        Wish("the same by the slow line", slow.ratio(STATIC, BARE), 1.5),
        Wish("slow phone, without a kernel: first reason, ms", phone.middle(READING), 1000),
        Wish("slow phone, with a kernel: first reason, ms", phone.middle(KERNEL), 1500),
        Wish("bytes without a kernel, of stock Voila's", size.ratio(READING, STOCK), 0.02),
        Wish("bytes with a kernel, of stock Voila's", size.ratio(KERNEL, STOCK), 0.03),
    ]
    for side in (READING, KERNEL):
        delay = median(late.values[side]) - median(click.values[side])
        wanted += [
            Wish(f"click to reason, {side}, ms", click.middle(side), 5),
            Wish(f"150 ms of delay add to it, {side}, ms", delay, 1),
            Wish(
                f"requests before the first reason, {side}", max(found[REQUESTS].values[side]), 10
            ),
        ]
    return wanted
