"""`python -m tests.endurance.day`: a day's visits in minutes, and what is left of them.

Visitors come one after the other and in waves of thirty: they load a page and its files, join its
kernel, answer, are heard, and leave. The server is measured when each page was visited once, and
again in the end: its own memory may have grown by a tenth at most, and there may be no more open
files, sockets, processes and temporary files than before.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple
from uuid import uuid4

import psutil

from teachback.warm.process import socket_folder
from tests.browser import server
from tests.browser.classroom import (
    ALONE_PAGE,
    ASKED_PAGE,
    CHECKLIST_PAGE,
    QUIZ_PAGE,
    SHARED_PAGE,
    write_classroom,
)
from tests.dashboard.processes import carrying, until
from tests.endurance.command import Outcome, command
from tests.endurance.house import MARK
from tests.endurance.visit import visit

VISITS = 500
WAVE = 30
PAGES = (QUIZ_PAGE, QUIZ_PAGE, ASKED_PAGE, SHARED_PAGE, CHECKLIST_PAGE, ALONE_PAGE)
SPARE = 2
SETTINGS = {"spare": SPARE, "seconds_alone": 1.0, "seconds_to_join": 60.0, "most": 60}
CALM = 2 + SPARE  # the server, the warm process and the spare kernels
SECONDS_TO_SETTLE = 5  # for what a server still frees after the last of its visitors
MOST_GROWTH = 0.10


class State(NamedTuple):
    """What a server holds."""

    memory: int
    files: int
    sockets: int
    processes: int
    temporary: int

    def __str__(self) -> str:
        counts = f"{self.files} files, {self.sockets} sockets, {self.processes} processes"
        return f"{self.memory / 1e6:.1f} MB, {counts}, {self.temporary} temporary files"


class Day:
    """A house with its own temporary folder, and its visitors."""

    def __init__(self, address: str, pid: int, mark: str, temporary: Path, seed: int) -> None:
        self.address, self.mark, self.temporary = address, mark, temporary
        self.process = psutil.Process(pid)
        self.random = Random(seed)

    def come(self, many: int, wave: int, step: Callable[[], None] = lambda: None) -> list[str]:
        """Let so many visitors come, `wave` at once; return what went wrong for them."""
        return self.go_to(self.random.choices(PAGES, k=many), wave, step)

    def go_to(
        self, pages: Iterable[str], wave: int = 1, step: Callable[[], None] = lambda: None
    ) -> list[str]:
        """Let one visitor come to each of these pages; return what went wrong for them."""
        failures = []
        with ThreadPoolExecutor(wave) as visitors:
            for failure in visitors.map(lambda page: visit(self.address, page), pages):
                failures += [failure] if failure else []
                step()
        return failures

    def state(self) -> State:
        """Return what the server holds when everybody has left."""
        until(lambda: len(carrying(self.mark)) <= CALM, "the end of every visitor's kernel")
        until(lambda: len(carrying(self.mark)) == CALM, "the spare kernels")
        time.sleep(SECONDS_TO_SETTLE)
        return State(
            memory=own_memory(self.process),
            files=self.process.num_fds(),
            sockets=len(self.process.net_connections(kind="inet")),
            processes=len(carrying(self.mark)),
            temporary=sum(1 for _ in self.temporary.rglob("*")),
        )


def own_memory(process: psutil.Process) -> int:
    """Return how many bytes a process has written for itself.

    A program's file that another process happens to read or not would come and go in its USS.
    """
    memory = process.memory_info()
    return memory.rss - getattr(memory, "shared", 0)  # which macOS does not tell


def left_behind(before: State, after: State) -> list[str]:
    """Return what there is more of than there may be."""
    found = [
        f"{name} grew from {getattr(before, name)} to {getattr(after, name)}"
        for name in ("files", "sockets", "processes", "temporary")
        if getattr(after, name) > getattr(before, name)
    ]
    if after.memory > before.memory * (1 + MOST_GROWTH):
        found.append(f"the server grew from {before.memory:,} to {after.memory:,} bytes")
    return found


@contextmanager
def day(folder: Path, seed: int) -> Iterator[Day]:
    """Open a house whose temporary files are all in one place."""
    mark = str(uuid4())
    with TemporaryDirectory(dir=socket_folder()) as temporary:
        env = {MARK: mark, "TMPDIR": temporary}
        running = server.house(folder / "log", write_classroom(folder), env=env, **SETTINGS)
        with running as (address, process):
            yield Day(address, process.pid, mark, Path(temporary), seed)


def run(folder: Path, seed: int, step: Callable[[], None], **amounts: int) -> Outcome:
    """Let half of the visitors come one by one and half in waves."""
    half = amounts["visits"] // 2
    with day(folder, seed) as one:
        failures = one.go_to(PAGES)
        before = one.state()
        failures += one.come(half, 1, step)
        between = one.state()
        failures += one.come(amounts["visits"] - half, WAVE, step)
        after = one.state()
    told = f"{amounts['visits']} visits; before: {before}; one by one: {between}; waves: {after}"
    return Outcome(told, [*failures, *left_behind(before, after)])


if __name__ == "__main__":
    sys.exit(command(__doc__, run, visits=VISITS))
