"""`python -m tests.endurance.chaos`: answering while everything behind the pages is killed.

Each round somebody answers on pages in real Chromium; then a kernel, the warm process or the server
is killed, or every connection is cut, also while a page is just joining its kernel; then somebody
answers on. No answer may be lost from its tab, each page must say its true state, and nothing that
a server had started may outlive it.
"""

from __future__ import annotations

import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from playwright.sync_api import BrowserContext, Error, sync_playwright

from tests.browser import kernel
from tests.browser.chromium import find_or_install
from tests.browser.classroom import ASKED_PAGE, QUIZ_PAGE, write_classroom
from tests.browser.quiz_page import PATIENCE
from tests.dashboard.processes import until
from tests.endurance.command import Outcome, command
from tests.endurance.house import House, Wire
from tests.endurance.tab import Tab

ROUNDS = 200
PAGES = (QUIZ_PAGE, ASKED_PAGE)
SPARE = 1
SETTINGS = {"spare": SPARE, "seconds_alone": 10.0, "seconds_to_join": 10.0, "most": 30}


class Chaos:
    """A house, the tabs that are open, and what can happen to them."""

    def __init__(self, context: BrowserContext, house: House, wire: Wire, seed: int) -> None:
        self.context, self.house, self.wire = context, house, wire
        self.random = Random(seed)
        self.harms: dict[str, Callable[[], set[Tab]]] = {
            "a kernel killed": self.kill_kernel,
            "the warm process killed": self.kill_warm,
            "kernel and warm process killed": self.kill_both,
            "every line cut": self.cut,
            "the server killed": lambda: self.restart(signal.SIGKILL),
            "the server stopped": lambda: self.restart(signal.SIGTERM),
        }
        self.tabs: list[Tab] = []
        self.ready: list[Tab] = []
        self.given = 0
        self.open_tabs()

    def open_tabs(self) -> None:
        """Open each page in a new tab, as a new reader would."""
        for tab in self.tabs:
            tab.page.close()
        self.tabs = [
            Tab(self.context.new_page(), self.house, self.wire.address, name) for name in PAGES
        ]

    def round(self, harm: str) -> None:
        """Answer, do this harm, answer on, and expect the laws to hold."""
        self.ready = self.get_ready()
        self.answer_some()
        lost = self.harms[harm]()
        self.answer_some()
        for tab in self.ready:
            tab.expect_state("lost" if tab in lost else "connected")
        for tab in self.tabs:
            tab.expect_truth()
            tab.expect_every_answer()
        most = 2 + SPARE + sum(tab.state == "connected" for tab in self.tabs)
        until(lambda: self.house.running() <= most, "the end of every kernel without a visitor")

    def get_ready(self) -> list[Tab]:
        """Load some of the pages that lost their kernel; return those that must be connected now.

        Of the others, some are harmed while they are still joining: they need only be true.
        """
        ready = []
        for tab in self.tabs:
            again = tab.state != "connected" and self.random.random() < 0.7
            if again:
                tab.join()
                tab.expect_every_answer()
            if tab.state == "connected" or (again and self.random.random() < 0.8):
                tab.expect_state("connected")
                ready.append(tab)
        return ready

    def answer_some(self) -> None:
        """Answer here and there; once in a while somebody clears a page and begins anew."""
        for _ in range(self.random.randint(1, 3)):
            tab = self.random.choice(self.tabs)
            tab.clear() if self.random.random() < 0.1 else tab.answer(self.random)
            self.given += 1
            tab.expect_every_answer()

    def kill_kernel(self) -> set[Tab]:
        """Kill the kernel of one page."""
        if not self.ready:
            return set()
        tab = self.random.choice(self.ready)
        kernel.kill(tab.kernel_id)
        return {tab}

    def kill_warm(self) -> set[Tab]:
        """Kill the process that kernels are forked from."""
        self.house.warm().kill()
        return set()

    def kill_both(self) -> set[Tab]:
        """Kill both, one right after the other."""
        self.kill_warm()
        return self.kill_kernel()

    def cut(self) -> set[Tab]:
        """Cut every connection."""
        self.wire.cut()
        return set()

    def restart(self, number: signal.Signals) -> set[Tab]:
        """End the server, answer while it is away, and start it again on the same port."""
        self.house.end(number)
        self.answer_some()
        self.house.start()
        return {*self.tabs}


@contextmanager
def chaos(folder: Path, context: BrowserContext, seed: int) -> Iterator[Chaos]:
    """Open the house and the tabs; at the end nothing of it may be left."""
    house = House(write_classroom(folder), **SETTINGS)
    house.start()
    wire = Wire(house.port)
    context.set_default_timeout(PATIENCE)
    try:
        yield Chaos(context, house, wire, seed)
    finally:
        wire.close()
        house.end()


def rounds(run: Chaos, harms: list[str], step: Callable[[], None] = lambda: None) -> list[str]:
    """Go through these harms and return what went wrong; after that, new tabs go on."""
    violations = []
    for number, harm in enumerate(harms):
        try:
            run.round(harm)
        except (AssertionError, Error) as error:
            violations.append(f"round {number}, {harm}: {error}")
            run.open_tabs()
        step()
    return violations


def run(folder: Path, seed: int, step: Callable[[], None], **amounts: int) -> Outcome:
    """Go through as many rounds as asked for, the harms in random order."""
    with sync_playwright() as playwright:
        options = {"executable_path": find_or_install(), "args": ["--no-sandbox"]}
        browser = playwright.chromium.launch(**options)
        with chaos(folder, browser.new_context(), seed) as one:
            harms = one.random.choices([*one.harms], k=amounts["rounds"])
            violations = rounds(one, harms, step)
            told = f"{len(harms)} rounds, {one.given} answers, {len(one.house.marks)} servers"
        browser.close()
    done = ", ".join(f"{many} times {harm}" for harm, many in sorted(Counter(harms).items()))
    return Outcome(f"{told} ({done})", violations)


if __name__ == "__main__":
    sys.exit(command(__doc__, run, rounds=ROUNDS))
