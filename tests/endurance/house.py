"""A dashboard that ends and begins again on the same port, and the line that leads to it."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Thread
from typing import Any
from uuid import uuid4

import psutil

from tests.browser import server
from tests.browser.visitor import Visitor
from tests.dashboard.processes import carrying, until, warm_process

MARK = "TEACHBACK_ENDURANCE"  # kernels get what begins so, and pass it on to what they start
SECONDS_TO_STOP = 30


class House:
    """One dashboard after the other; what each of them starts carries a mark of its own."""

    def __init__(self, folder: Path, **settings: Any) -> None:
        self.folder, self.settings = folder, settings
        self.port = server.free_port()
        self.marks: list[str] = []
        self._open = ExitStack()

    def start(self) -> None:
        """Open the house, on the port that it always has."""
        self.marks.append(str(uuid4()))
        log = self.folder / f"log{len(self.marks)}"
        env = {MARK: self.marks[-1]}
        running = server.house(log, self.folder, env=env, port=self.port, **self.settings)
        self.address, self.process = self._open.enter_context(running)

    def end(self, number: signal.Signals = signal.SIGTERM) -> None:
        """Close it, politely or not, and expect that nothing it started goes on."""
        mark = self.marks[-1]
        os.kill(self.process.pid, number)
        self.process.wait(SECONDS_TO_STOP)
        self._open.close()
        until(lambda: not carrying(mark), f"the end of all that a server had started ({number!r})")

    def knows(self, kernel_id: str) -> bool:
        """Return whether this kernel runs."""
        return Visitor(self.address).ask(f"/api/kernels/{kernel_id}").status == 200

    def warm(self) -> psutil.Process:
        """Return the warm process, once there is one."""
        return until(lambda: warm_process(self.process.pid), "a warm process")

    def running(self) -> int:
        """Return how many processes belong to the present server, it included."""
        return len(carrying(self.marks[-1]))


class Wire:
    """Between browsers and a server: passes everything on, and is cut as a network cuts."""

    def __init__(self, port_of_server: int) -> None:
        self.port = server.free_port()
        self._port_of_server = port_of_server
        self._ends: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._door = self._run(asyncio.start_server(self._join, "127.0.0.1", self.port))

    @property
    def address(self) -> str:
        """Where browsers come in."""
        return f"http://127.0.0.1:{self.port}/"

    def cut(self) -> None:
        """Cut every connection there is, at once and without a word; new ones pass."""
        self._run(self._abort())

    def close(self) -> None:
        """Cut, and let nobody in any more."""
        self._run(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _abort(self) -> None:
        for one in [*self._ends]:
            one.transport.abort()

    async def _end(self) -> None:
        self._door.close()
        await self._abort()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for one in others:
            one.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._ends.add(writer)
        with suppress(OSError, asyncio.CancelledError):  # the server is away, or all ends
            there, back = await asyncio.open_connection("127.0.0.1", self._port_of_server)
            self._ends.add(back)
            await asyncio.gather(_pass_on(reader, back), _pass_on(there, writer))
            self._ends.discard(back)
        self._ends.discard(writer)
        writer.close()


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    writer.close()
