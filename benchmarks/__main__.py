"""`python -m benchmarks`: measure our lesson beside its twin in stock Voila, in turn."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path

from playwright.sync_api import Error, Playwright, sync_playwright

from benchmarks import advice, analysis, bank, report, static
from benchmarks.sides import Side, both_sides
from benchmarks.visit import Visit, open_browser, visit

CANNOT_MEASURE = "Could not measure: all visits to one side failed."


def main() -> int:
    """Measure, print, and return 0, or 1 if it could not measure."""
    arguments = _arguments()
    if arguments.bank:
        return bank.main()
    if arguments.advice:
        return advice.main()
    if arguments.analysis:
        return analysis.main()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the servers are stopped too
    try:
        with sync_playwright() as playwright:
            if arguments.static:
                return static.main(playwright, arguments.runs, arguments.json)
            return _benchmark(playwright, arguments.runs, arguments.json)
    except (Error, LookupError, RuntimeError) as problem:
        print(f"Could not measure: {problem}", file=sys.stderr)
        return 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="visits to each page (default 7)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all numbers there too")
    parser.add_argument("--bank", action="store_true", help="measure `teachback check` instead")
    parser.add_argument("--advice", action="store_true", help="measure `advise` instead")
    parser.add_argument("--static", action="store_true", help="beside a bare page instead")
    parser.add_argument("--analysis", action="store_true", help="measure item analysis instead")
    return parser.parse_args()


def _benchmark(playwright: Playwright, runs: int, file: Path | None) -> int:
    browser = open_browser(playwright)
    facts = report.facts(browser.version) | {"load before": report.load()}
    browser.close()
    for name, fact in facts.items():
        print(f"{name}: {fact}")
    with both_sides() as sides:
        visits = _visits(playwright, sides, runs)
    facts["load after"] = report.load()
    print(f"load after: {facts['load after']}\n")
    if not all(visits[side.name, delayed] for side in sides for delayed in (False, True)):
        print(CANNOT_MEASURE, file=sys.stderr)
        return 1
    rows = report.rows(visits)
    wishes = report.wishes(rows)
    print(report.table(rows), "", *wishes, sep="\n")
    if file:
        numbers = {"rows": [asdict(row) for row in rows.values()]}
        met = {"wishes": [asdict(wish) | {"met": wish.met} for wish in wishes]}
        file.write_text(json.dumps({"facts": facts} | numbers | met, indent=1) + "\n")
    return 0


def _visits(playwright: Playwright, sides: tuple[Side, Side], runs: int) -> report.Visits:
    """Visit both sides in turn, by the fast and the slow line."""
    visits: report.Visits = defaultdict(list)
    for side in sides:  # what a server does only once is not the page's time
        _one_visit(playwright, side, False, "warm-up")
    for number in range(1, runs + 1):
        for delayed in (False, True):
            for side in sides:
                found = _one_visit(playwright, side, delayed, f"run {number} of {runs}")
                visits[side.name, delayed] += [found] if found else []
    return visits


def _one_visit(playwright: Playwright, side: Side, delayed: bool, label: str) -> Visit | None:
    """Return what a visit measured, or None if it failed; say so in one line."""
    line = f"{label}, {side.name}{', slow line' if delayed else ''}:"
    try:
        found = visit(playwright, side.delayed_address if delayed else side.address, side.plan)
    except Error as error:
        print(line, f"failed: {error.message.splitlines()[0]}", file=sys.stderr, flush=True)
        return None
    print(line, f"first reason {found.first_reason:.0f} ms", file=sys.stderr, flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main())
