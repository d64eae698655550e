"""The kernels of the dashboard: some ready ahead, never too many, none without its visitor."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Coroutine
from typing import Any

import zmq
from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from jupyter_server.utils import ApiPath
from tornado.ioloop import IOLoop
from traitlets import Any as Anything
from traitlets import Float, Integer

from teachback.dashboard.kernel import KERNEL, TO_A_KERNEL, Line, kernel_environment
from teachback.dashboard.memory import Housekeeper
from teachback.dashboard.room import FEWEST, SOCKETS
from teachback.errors import TeachbackError

SILENT = "--log-level=CRITICAL"  # its errors quote what a visitor sent
AT_ONCE = 2  # kernels that start together; more of them only take turns on the processors
SECONDS_OF_CALM = 2  # spare kernels start when nobody has come for so long


class FullError(TeachbackError):
    """As many kernels run as may run."""


class Kernels(AsyncMappingKernelManager):
    """Hands out kernels, and ends each soon after its visitor has gone."""

    most = Integer(FEWEST, help="How many kernels may run, spare ones included.").tag(config=True)
    spare = Integer(10, help="How many wait ready for each folder that needs any.").tag(config=True)
    seconds_to_join = Float(60, help="A kernel that nobody has joined by then ends.").tag(
        config=True
    )
    seconds_alone = Float(40, help="A kernel whose visitor left so long ago ends.").tag(config=True)
    warm = Anything(help="The warm process that kernels are forked from, if there is one.")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.kernel_manager_class = KERNEL
        self.allowed_message_types = list(TO_A_KERNEL)
        self.context.set(zmq.MAX_SOCKETS, SOCKETS)
        self.warm = getattr(self.parent, "warm", None)
        self.lines: dict[str, set[Line]] = defaultdict(set)
        self._ready: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._starting = 0
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._last_visitor = float("-inf")
        self._ends: dict[str, object] = {}
        self._filling: set[tuple[str, str]] = set()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._housekeeper = Housekeeper()

    async def hand_out(self, name: str, folder: str) -> str:
        """Return the id of a kernel for one visitor, from the spare ones if there are any.

        Raises:
            FullError: if there is none and no more may run.
        """
        self._last_visitor = time.monotonic()
        kernel_id = await self._take(name, folder) or await self._start(name, folder)
        self.keep_ready(name, folder)
        return kernel_id

    def expect_visitor(self, kernel_id: str) -> None:
        """Note that the page now knows its kernel: if it does not come, the kernel ends."""
        self._last_visitor = time.monotonic()
        self._end_later(kernel_id, self.seconds_to_join)

    async def _take(self, name: str, folder: str) -> str | None:
        ready = self._ready[name, folder]
        while ready:
            kernel_id = ready.pop(0)
            if kernel_id in self and await ensure_async(self.is_alive(kernel_id)):
                return kernel_id
        return None

    async def _start(self, name: str, folder: str) -> str:
        if len(self) + self._starting >= self.most:
            msg = f"{self.most} kernels run, which is as many as may"
            raise FullError(msg)
        self._starting += 1
        try:
            async with self._turns:
                how: dict[str, Any] = {"env": kernel_environment(), "extra_arguments": [SILENT]}
                return await self.start_kernel(kernel_name=name, path=ApiPath(folder), **how)
        finally:
            self._starting -= 1

    def keep_ready(self, name: str, folder: str) -> None:
        """Have spare kernels started, until there are enough or no more may run."""
        if (name, folder) not in self._filling:
            self._filling.add((name, folder))
            self._soon(self._fill(name, folder))

    async def _fill(self, name: str, folder: str) -> None:
        """Start spare kernels, but not while visitors come: they would wait for them."""
        ready = self._ready[name, folder]
        enough = min(self.spare, self.most // 4)  # room stays for who comes from elsewhere
        try:
            while len(ready) < enough and len(self) + self._starting < self.most:
                calm = self._last_visitor + SECONDS_OF_CALM - time.monotonic()
                if calm > 0:
                    await asyncio.sleep(calm)
                else:
                    ready.append(await self._start(name, folder))
        finally:
            self._filling.discard((name, folder))

    def _soon(self, work: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def notify_connect(self, kernel_id: str) -> None:
        """Note that a line was opened: the kernel has somebody again."""
        super().notify_connect(kernel_id)
        self._end_later(kernel_id, None)

    def notify_disconnect(self, kernel_id: str) -> None:
        """Note that a line was closed; a kernel without one ends if nobody comes back."""
        super().notify_disconnect(kernel_id)
        self._end_later(kernel_id, self.seconds_alone)

    def count_spare(self) -> int:
        """Return how many kernels wait for a visitor."""
        return sum(map(len, self._ready.values()))

    def count_lines(self) -> int:
        """Return how many lines are open."""
        return sum(map(len, self.lines.values()))

    def _is_spare(self, kernel_id: str) -> bool:
        return any(kernel_id in ready for ready in self._ready.values())

    def _end_later(self, kernel_id: str, seconds: float | None) -> None:
        """End a kernel if it is alone then; only what was said last of it counts."""
        if before := self._ends.pop(kernel_id, None):
            IOLoop.current().remove_timeout(before)
        if seconds is not None:
            later = IOLoop.current().call_later(seconds, self._end_if_alone, kernel_id)
            self._ends[kernel_id] = later

    async def _end_if_alone(self, kernel_id: str) -> None:
        self._ends.pop(kernel_id, None)
        if kernel_id in self and not self._kernel_connections.get(kernel_id):
            await self.shutdown_kernel(kernel_id, now=True)

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End a kernel that was not used for long; spare ones wait for their turn."""
        if not self._is_spare(kernel_id):
            await super().cull_kernel_if_idle(kernel_id)

    def start_watching_activity(self, kernel_id: str) -> None:
        """Watch a kernel, also for its death: what it leaves behind is cleaned up."""
        super().start_watching_activity(kernel_id)
        self.add_restart_callback(kernel_id, lambda: self._clean_up_after(kernel_id), "dead")

    def _clean_up_after(self, kernel_id: str) -> None:
        kernel = self.get_kernel(kernel_id)
        self.stop_watching_activity(kernel_id)
        self.stop_buffering(kernel_id)
        IOLoop.current().call_later(1, self._hang_up, kernel_id)  # the line first tells its end
        self._soon(ensure_async(kernel.cleanup_resources()))

    def _hang_up(self, kernel_id: str) -> None:
        for line in self.lines.pop(kernel_id, ()):
            line.close(1001, "the kernel has ended")

    async def shutdown_all(  # type: ignore[override]  # async, as the base's is
        self,
        now: bool = False,  # noqa: ARG002  there is no time for less
    ) -> None:
        """End all kernels at once; those that are just starting end with the server itself."""
        for task in self._tasks:
            task.cancel()
        running = [self.shutdown_kernel(one, now=True) for one in self.list_kernel_ids()]
        await asyncio.gather(*running, return_exceptions=True)

    async def shutdown_kernel(  # type: ignore[override]  # async, as the base's is
        self, kernel_id: str, now: bool = False, restart: bool = False
    ) -> None:
        """End a kernel and hang up on whoever is connected to it, who then knows."""
        await super().shutdown_kernel(kernel_id, now=now, restart=restart)
        self._hang_up(kernel_id)
        self._housekeeper.somebody_left()
