"""Kernels that wait for a visitor: as many as asked, however many come."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from teachback.dashboard.kernels import Kernels


def count_after(times: int, folder: Path, **settings: int) -> int:
    """Return how many kernels wait after they were asked for so many times at once."""
    with ThreadPoolExecutor(1) as thread:  # a browser's test may have a loop running in this one
        return thread.submit(asyncio.run, _count_after(times, folder, **settings)).result()


async def _count_after(times: int, folder: Path, **settings: int) -> int:
    kernels = Kernels(root_dir=str(folder), **settings)
    try:
        for _ in range(times):
            kernels.keep_ready("python3", "")
        while kernels._tasks:
            await asyncio.gather(*kernels._tasks)
        return kernels.count_spare()
    finally:
        await kernels.shutdown_all()


def test_however_often_asked_no_more_wait_than_wanted(tmp_path: Path) -> None:
    assert count_after(5, tmp_path, spare=1, most=12) == 1


def test_those_that_wait_leave_room_for_visitors(tmp_path: Path) -> None:
    assert count_after(1, tmp_path, spare=10, most=8) == 2


async def _comes_and_goes(folder: Path) -> list[bool]:
    kernels = Kernels(root_dir=str(folder), spare=1, most=8, seconds_alone=3.0)
    try:
        kernel_id = await kernels.hand_out("python3", "")
        kernels.notify_connect(kernel_id)
        kernels.notify_disconnect(kernel_id)
        await asyncio.sleep(2)
        kernels.notify_connect(kernel_id)
        kernels.notify_disconnect(kernel_id)
        await asyncio.sleep(1.5)
        early = kernel_id in kernels
        await asyncio.sleep(3)
        return [early, kernel_id in kernels]
    finally:
        await kernels.shutdown_all()


def test_a_kernel_waits_as_long_for_who_was_cut_off_twice(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(asyncio.run, _comes_and_goes(tmp_path)).result() == [True, False]
