"""The server's side of the warm process: starts it, asks it for kernels, starts it again."""

from __future__ import annotations

import asyncio
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress

from teachback.errors import ServeError
from teachback.warm.nest import READY

SECONDS_TO_FORK = 10
SECONDS_TO_WAIT = 3  # for a warm process that is just starting; then the stock way is quicker
PAUSE = 1.0  # seconds between its end and the next start
LONGEST_FOLDER = 36  # a socket's name has 103 characters, of which a kernel's id and such take 67
QUIET = {"PYDEVD_DISABLE_FILE_VALIDATION": "1"}  # its advice is for those who debug
CAN_FORK = hasattr(os, "fork") and hasattr(socket, "SCM_RIGHTS")


def socket_folder() -> str:
    """Return where sockets can be made: temporary folders may have names too long for one."""
    here = tempfile.gettempdir()
    return here if len(here) <= LONGEST_FOLDER or sys.platform == "win32" else "/tmp"  # noqa: S108


class ForkedKernel:
    """A forked kernel as jupyter_client expects a process: the part of Popen that it uses.

    The kernel lives as long as its lifeline is open on both sides.
    """

    stdin = stdout = stderr = None

    def __init__(self, pid: int, lifeline: socket.socket) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._lifeline = lifeline

    def poll(self) -> int | None:
        """Return None while it runs, then 0: how it ended, nobody asks."""
        if self.returncode is None and self._ended():
            self._lifeline.close()
            self.returncode = 0
        return self.returncode

    def _ended(self) -> bool:
        try:
            return not self._lifeline.recv(1)
        except BlockingIOError:
            return False
        except OSError:
            return True

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end.

        Raises:
            subprocess.TimeoutExpired: if it goes on.
        """
        while self.poll() is None:
            if not select.select([self._lifeline], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired("kernel", timeout or 0)
        return 0

    def send_signal(self, number: int) -> None:
        """Send a signal, if there still is somebody to get it."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)


class WarmProcess:
    """The warm process, started at once and started again whenever it ends."""

    def __init__(self, env: dict[str, str], patience: float = SECONDS_TO_WAIT) -> None:
        self._env, self._patience = env, patience
        self._up = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self._start()

    @property
    def pid(self) -> int:
        """The process id of the present one."""
        return self._process.pid

    def _start(self) -> None:
        self._channel, theirs = socket.socketpair()
        self._channel.setblocking(False)
        with theirs:
            command = [sys.executable, "-m", "teachback.warm.nest", str(theirs.fileno())]
            self._process = subprocess.Popen(  # noqa: S603  our own module
                command,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                env=self._env,
                start_new_session=True,
            )

    async def keep(self) -> None:
        """Take notice when it is ready; when it ends, start the next one."""
        loop = asyncio.get_running_loop()
        while True:
            with suppress(OSError):
                if await loop.sock_recv(self._channel, len(READY)) == READY:
                    self._up.set()
                    await loop.sock_recv(self._channel, 1)  # nothing comes but its end
            self.stop()
            await asyncio.sleep(PAUSE)
            self._start()

    def stop(self) -> None:
        """End it; the kernels it has forked go on, for they hang on the server alone."""
        self._up.clear()
        self._channel.close()
        self._process.kill()
        self._process.wait()

    async def fork(self, argv: Sequence[str], cwd: str, env: dict[str, str]) -> ForkedKernel:
        """Return a new kernel, started with these arguments, in this folder and environment.

        Raises:
            ServeError: if there is no warm process now, or it gave no kernel.
        """
        request = json.dumps({"argv": [*argv], "cwd": cwd, "env": env}) + "\n"
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        try:
            with theirs:
                await asyncio.wait_for(self._up.wait(), self._patience)
                async with self._one_at_a_time, asyncio.timeout(SECONDS_TO_FORK):
                    pid = await self._ask(request.encode(), ours, theirs)
        except (OSError, ValueError, TimeoutError) as error:
            ours.close()
            self._patience = min(self._patience, SECONDS_TO_WAIT)  # not so long in vain again
            msg = f"the warm process gave no kernel ({type(error).__name__})"
            raise ServeError(msg) from error
        return ForkedKernel(pid, ours)

    async def _ask(self, request: bytes, ours: socket.socket, theirs: socket.socket) -> int:
        loop = asyncio.get_running_loop()
        sent = socket.send_fds(self._channel, [request], [theirs.fileno()])
        await loop.sock_sendall(self._channel, request[sent:])
        theirs.close()  # or its end would not be seen if the fork fails
        return int(await loop.sock_recv(ours, 32))
