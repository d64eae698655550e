"""Chromium and Python give the same advice: random states, and every single and pair of states."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from random import Random
from typing import Any

from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.progress import Progress

from teachback.triage import Findings, advise, checklist_sheet
from teachback.views.assets import source
from tests.browser.chromium import find_or_install
from tests.triage.states import CHECKLIST, SYMPTOMS, TOPIC, random_set
from tests.triage.verify import singles_and_pairs

RANDOM_STATES = 200_000
BATCH = 4_000
NUMBERS: dict[str, str | None] = {"emergency": "911", "team": None}
OPEN = """([code, sheet]) => {
  globalThis.advise = new Function(`${code}; return advise`)();
  globalThis.sheet = sheet;
}"""
ASK = "(many) => many.map((one) => { const a = advise(sheet, one); return [a.rank, a.rules]; })"


def open_sheet(page: Page) -> None:
    """Give a page the evaluator and the sheet of the whole checklist."""
    code = source("advise.js").replace("export ", "")
    page.evaluate(OPEN, [code, checklist_sheet(CHECKLIST, TOPIC.names, "guided", NUMBERS)])


def differences(page: Page, many: list[Findings]) -> list[str]:
    """Return the findings on which the browser and Python differ."""
    found = page.evaluate(ASK, [_plain(one) for one in many])
    wrong = []
    for one, (rank, rules) in zip(many, found, strict=True):
        mine = advise(CHECKLIST, one)
        if (mine.level.rank, list(mine.rules)) != (rank, rules):
            wrong.append(f"{one}: browser {rank} {rules}, Python {mine.level.rank} {mine.rules}")
    return wrong


def _plain(found: Findings) -> dict[str, Any]:
    present = {
        name: {"changed": int(one.changed), "severity": one.severity, "days": one.days}
        for name, one in found.present.items()
    }
    return {"present": present, "modifiers": sorted(found.modifiers)}


def random_states(count: int) -> Iterator[Findings]:
    """Yield seeded random sets of any size up to twelve."""
    source_of_sets = Random(200)
    return (random_set(source_of_sets, range(13)) for _ in range(count))


def batches(states: Iterable[Findings]) -> Iterator[list[Findings]]:
    """Yield the states in lists that a browser takes at once."""
    every = iter(states)
    while batch := list(islice(every, BATCH)):
        yield batch


def main() -> int:
    """Compare everything, show progress, and return 1 if the two differ anywhere."""
    console = Console(stderr=True)
    count, wrong = 0, []
    with sync_playwright() as playwright, Progress(console=console) as progress:
        options = {"executable_path": find_or_install(), "args": ["--no-sandbox"]}
        browser = playwright.chromium.launch(**options)
        page = browser.new_page()
        open_sheet(page)
        jobs = [random_states(RANDOM_STATES), *(singles_and_pairs(one) for one in SYMPTOMS)]
        for job in progress.track(jobs, description="Chromium beside Python"):
            for batch in batches(job):
                count += len(batch)
                wrong += differences(page, batch)
        browser.close()
    for one in wrong[:20]:
        console.print(one, markup=False)
    sys.stdout.write(f"{count} states, {len(wrong)} on which Chromium and Python differ\n")
    return 1 if wrong or not count else 0


if __name__ == "__main__":
    sys.exit(main())
