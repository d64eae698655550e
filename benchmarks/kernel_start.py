"""What the start of a kernel costs: one started afresh, one forked from a warm process."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from jupyter_client.manager import AsyncKernelManager

from benchmarks.report import Row
from benchmarks.sides import KERNEL, STOCK
from teachback.warm.process import QUIET, WarmProcess
from teachback.warm.provisioner import use_forks
from teachback.warm.run import Owner

NAME = "processor time of a kernel's start, s"
KERNELS = 10


def measure(_: int) -> dict[str, Row]:
    """Start kernels one after the other, first afresh, then forked."""
    return {NAME: Row(NAME, asyncio.run(_measure()))}


async def _measure() -> dict[str, list[float]]:
    owner = Owner()
    with TemporaryDirectory() as folder:
        stock = [await _start(owner, folder) for _ in range(KERNELS)]
        use_forks()
        owner.warm = WarmProcess({**os.environ, **QUIET}, 60)
        keeping = asyncio.create_task(owner.warm.keep())
        await _start(owner, folder)  # the warm process becomes warm
        forked = [await _start(owner, folder) for _ in range(KERNELS)]
        keeping.cancel()
        owner.warm.stop()
    return {STOCK: stock, KERNEL: forked}


def _taken() -> float:
    below = psutil.Process().children(recursive=True)
    return sum(sum(one.cpu_times()[:2]) for one in below)


async def _start(owner: Owner, folder: str) -> float:
    """Return the processor time that a kernel and what starts it take until it answers."""
    number = len(list(Path(folder).iterdir()))
    kernel = AsyncKernelManager(
        parent=owner,
        kernel_name="python3",
        transport="ipc",
        connection_file=str(Path(folder) / f"{number}.json"),
    )
    before = _taken()
    await kernel.start_kernel()
    client = kernel.client()
    client.start_channels()
    await client.wait_for_ready(timeout=60)
    taken = _taken() - before
    client.stop_channels()
    await kernel.shutdown_kernel(now=True)
    return taken
