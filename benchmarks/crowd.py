"""Many visitors at once: bursts of learners without a browser."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from benchmarks.learner import Learner, together
from benchmarks.report import Row, Wish
from benchmarks.sides import KERNEL, READING, STOCK, Server, serve

BURSTS = (30, 100)
SECONDS_OF_REST = 5
MEGABYTE = 1_000_000
CROWDED = (STOCK, READING, KERNEL)
LAST = "last page complete, burst of {}, s"
MIDDLE, LATE = "half of the pages complete, burst of {}, s", "95 of 100 complete, burst of {}, s"
JOINED = "last kernel joined, burst of {}, s"
FAILED, MEMORY = "failed visits, burst of {}", "memory per learner, burst of {}, MB"
PROCESSOR = "processor time per learner, burst of {}, s"


@dataclass(frozen=True)
class Burst:
    """What a burst measured."""

    learners: tuple[Learner, ...]
    failed: int
    memory: float
    processor: float

    def complete(self, share: float) -> float:
        """Return after how many seconds this share of the pages that came was complete."""
        times = sorted(one.complete for one in self.learners if one.complete)
        return times[max(0, ceil(share * len(times)) - 1)]


def _tree(server: Server) -> list[psutil.Process]:
    process = psutil.Process(server.process)
    return [process, *process.children(recursive=True)]


def _memory(server: Server) -> float:
    """Return what the server and all below it hold, what they share counted once, in MB."""
    return sum(one.memory_full_info().pss for one in _tree(server)) / MEGABYTE


def _processor(server: Server) -> float:
    """Return the processor time that the server and all below it took, in seconds."""
    return sum(sum(one.cpu_times()[:4]) for one in _tree(server))


async def _burst(side: str, server: Server, count: int) -> Burst:
    first, _ = await together(side, server.address, 1)  # what a server does only once
    await asyncio.sleep(SECONDS_OF_REST)
    memory, processor = _memory(server), _processor(server)
    learners, failed = await together(side, server.address, count)
    await asyncio.sleep(SECONDS_OF_REST)
    found = Burst(
        learners,
        failed,
        (_memory(server) - memory) / count,
        (_processor(server) - processor) / count,
    )
    for line in [line for one in (*first, *learners) for line in one.lines]:
        line.close()
    return found


def measure(rounds: int) -> dict[str, Row]:
    """Let bursts of learners come to each side in turn; a burst has a new server to itself."""
    bursts: dict[tuple[str, int], list[Burst]] = {}
    for number in range(rounds):
        for count in BURSTS:
            for side in CROWDED if number % 2 == 0 else CROWDED[::-1]:
                with TemporaryDirectory() as name, serve(side, Path(name)) as server:
                    found = asyncio.run(_burst(side, server, count))
                bursts.setdefault((side, count), []).append(found)
                told = f"round {number + 1}, {side}, burst of {count}: {found.failed} failed"
                print(told, file=sys.stderr, flush=True)
    return {row.name: row for count in BURSTS for row in _rows(bursts, count)}


def _rows(bursts: dict[tuple[str, int], list[Burst]], count: int) -> Iterable[Row]:
    """Return what the bursts of this many learners measured."""

    def row(name: str, value: Callable[[Burst], float], sides: Iterable[str] = CROWDED) -> Row:
        return Row(
            name.format(count), {one: [value(it) for it in bursts[one, count]] for one in sides}
        )

    return [
        row(MIDDLE, lambda burst: burst.complete(0.5)),
        row(LATE, lambda burst: burst.complete(0.95)),
        row(LAST, lambda burst: burst.complete(1)),
        row(JOINED, lambda burst: max(one.joined for one in burst.learners), (KERNEL,)),
        row(FAILED, lambda burst: burst.failed),
        row(MEMORY, lambda burst: burst.memory),
        row(PROCESSOR, lambda burst: burst.processor),
    ]


def wishes(found: dict[str, Row]) -> list[Wish]:
    """Return the wanted values of crowds and whether they are met.

    A page with a kernel counts as complete only when its kernel has joined; stock Voila's page
    when its last byte has come.
    """
    wanted = []
    for count, share in zip(BURSTS, (0.15, 0.20), strict=True):
        last, joined, memory = (found[name.format(count)] for name in (LAST, JOINED, MEMORY))
        failed = found[FAILED.format(count)]
        with_kernel = joined.middle(KERNEL) / last.middle(STOCK)
        wanted += [
            Wish(
                f"last of {count} without a kernel, of stock Voila's",
                last.ratio(READING, STOCK),
                0.02,
            ),
            Wish(
                f"last of {count} with its kernel joined, of stock Voila's page", with_kernel, share
            ),
            Wish(
                f"memory per learner without a kernel, {count}, of stock Voila's",
                memory.ratio(READING, STOCK),
                0.02,
            ),
            Wish(
                f"memory per learner with a kernel, {count}, of stock Voila's",
                memory.ratio(KERNEL, STOCK),
                0.5,
            ),
            Wish(
                f"failed visits of {count}, all rounds, both pages",
                sum(failed.values[READING]) + sum(failed.values[KERNEL]),
                0,
            ),
        ]
    return wanted
