"""Running notebooks one after the other, each in a kernel forked for it."""

from __future__ import annotations

import asyncio
import os
import threading
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from traitlets import Instance
from traitlets.config import LoggingConfigurable

from teachback.warm.process import CAN_FORK, QUIET, WarmProcess, socket_folder
from teachback.warm.provisioner import use_forks

SECONDS_TO_WARM_UP = 60


class Owner(LoggingConfigurable):
    """Who has the warm process that a kernel's provisioner looks for."""

    warm = Instance(WarmProcess, allow_none=True)


class Runner:
    """Runs notebooks; the warm process starts with the first of them, and ends with the runner.

    nbclient starts each kernel; where nothing can be forked, it does so the stock way.
    """

    def __init__(self) -> None:
        self._owner = Owner()
        self._folder = TemporaryDirectory(prefix="teachback_", dir=socket_folder())
        self._numbers = count(1)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Runner:
        """Begin."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End the warm process, if there is one."""
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._folder.cleanup()

    def run(self, notebook: nbformat.NotebookNode, **options: Any) -> nbformat.NotebookNode:
        """Return the notebook executed, with these options of nbclient."""
        done = asyncio.run_coroutine_threadsafe(self._run(notebook, options), self._loop)
        return done.result()

    async def _run(
        self, notebook: nbformat.NotebookNode, options: dict[str, Any]
    ) -> nbformat.NotebookNode:
        if CAN_FORK and not self._owner.warm:
            use_forks()
            self._owner.warm = WarmProcess({**os.environ, **QUIET}, SECONDS_TO_WARM_UP)
            self._keeping = asyncio.create_task(self._owner.warm.keep())
        kernel = AsyncKernelManager(
            parent=self._owner,
            kernel_name="python3",
            transport="ipc" if CAN_FORK else "tcp",
            connection_file=str(Path(self._folder.name) / f"{next(self._numbers)}.json"),
        )
        client = NotebookClient(notebook, km=kernel, shutdown_kernel="immediate", **options)
        return await client.async_execute(cleanup_kc=True)  # else a given manager is left

    async def _stop(self) -> None:
        if self._owner.warm:
            self._keeping.cancel()
            self._owner.warm.stop()
