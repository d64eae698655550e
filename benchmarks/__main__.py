"""`python -m benchmarks`: measure our lesson beside its twin in stock Voila, in one run."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from benchmarks import advice, analysis, bank, browsers, crowd, kernel_start, pages, report
from benchmarks.picture import draw
from benchmarks.report import Row, Wish
from benchmarks.visit import open_browser

OTHERS: dict[str, tuple[Callable[[], int], str]] = {
    "bank": (bank.main, "measure `teachback check` instead"),
    "advice": (advice.main, "measure `advise` instead"),
    "analysis": (analysis.main, "measure item analysis instead"),
}


def main() -> int:
    """Measure, print, and return 0, or 1 if it could not measure."""
    arguments = _arguments()
    for name, (other, _) in OTHERS.items():
        if getattr(arguments, name):
            return other()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the servers are stopped too
    try:
        facts, rows, wishes = _measured(arguments.runs, arguments.rounds)
    except (Error, LookupError, RuntimeError) as problem:
        print(f"Could not measure: {problem}", file=sys.stderr)
        return 1
    print(*(f"{name}: {fact}" for name, fact in facts.items()), "", sep="\n")
    print(report.table(rows), "", report.wish_table(wishes), sep="\n")
    if arguments.json:
        found = {"facts": facts, "rows": [asdict(one) for one in rows]}
        met = {"wishes": [asdict(one) | {"met": one.met} for one in wishes]}
        arguments.json.write_text(json.dumps(found | met, indent=1) + "\n")
    if arguments.picture:
        arguments.picture.write_text(draw(rows, facts), encoding="utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="visits to each page (default 5)")
    parser.add_argument("--rounds", type=int, default=3, help="bursts of each size (default 3)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all numbers there too")
    parser.add_argument("--picture", type=Path, metavar="FILE", help="draw them there too")
    for name, (_, what) in OTHERS.items():
        parser.add_argument(f"--{name}", action="store_true", help=what)
    return parser.parse_args()


def _measured(runs: int, rounds: int) -> tuple[dict[str, str], Sequence[Row], Sequence[Wish]]:
    """Return what a reader must know of the machine, what was found, and what was wanted."""
    rows: dict[str, Row] = {}
    wishes: list[Wish] = []
    with sync_playwright() as playwright:
        browser = open_browser(playwright)
        facts = report.facts(browser.version) | {"load before": report.load()}
        browser.close()
        if runs:
            rows |= pages.rows(pages.measure(playwright, runs))
            wishes += pages.wishes(rows)
    if rounds:
        bursts = crowd.measure(rounds)
        wishes += crowd.wishes(bursts)
        rows |= bursts | browsers.measure(rounds) | kernel_start.measure(rounds)
    return facts | {"load after": report.load()}, list(rows.values()), wishes


if __name__ == "__main__":
    sys.exit(main())
