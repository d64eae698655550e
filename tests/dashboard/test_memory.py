"""What a server holds does not grow with the visitors that it has had."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from typing import Any
from weakref import ref

import pytest
from tornado.concurrent import Future

from teachback.dashboard import memory
from teachback.dashboard.connection import Connection
from teachback.dashboard.kernel import Kernel
from teachback.dashboard.kernels import Kernels
from teachback.dashboard.memory import Housekeeper, _tell_glibc, give_back

REQUEST: ContextVar[Visit] = ContextVar("REQUEST")


class Visit:
    """Stands for all that belongs to one request."""


class Ready(Kernel):
    """A kernel that is there, and has answered before."""

    async def is_alive(self) -> bool:
        return True


def run(work: Coroutine[Any, Any, Any]) -> Any:
    """Run this in a thread of its own: a browser's loop may run in ours."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


async def come_and_leave(kernel: Kernel) -> tuple[ref[Connection], ref[Visit]]:
    """Get a line ready and leave; return what then should be gone."""
    connection, visit = Connection(parent=kernel), Visit()
    REQUEST.set(visit)
    await connection.prepare()
    return ref(connection), ref(visit)


async def held_after_a_visit() -> list[object]:
    kernel = Ready(parent=Kernels())
    kernel._ready = kernel._kernel_info_future = Future()
    kernel._ready.set_result({})
    left = await asyncio.create_task(come_and_leave(kernel))
    await asyncio.sleep(0)
    give_back()
    return [one() for one in left if one() is not None]


def test_a_line_that_was_left_is_not_held_until_a_clock_has_run_down() -> None:
    assert run(held_after_a_visit()) == []


def test_all_kernels_share_one_logger_of_events() -> None:
    assert Kernel().event_logger is Kernel().event_logger


def test_memory_is_given_back_once_for_all_who_leave_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[str] = []
    monkeypatch.setattr(memory, "SECONDS_OF_CALM", 0.05)
    monkeypatch.setattr(memory, "give_back", lambda: given.append("back"))

    async def leave_together() -> None:
        housekeeper = Housekeeper()
        for _ in range(30):
            housekeeper.somebody_left()
        await asyncio.sleep(0.2)

    run(leave_together())
    assert given == ["back"]


def test_an_allocator_other_than_glibc_is_left_as_it_is() -> None:
    _tell_glibc("what_no_allocator_has", 1)
