"""Starting this project's own servers, and stopping them with all they started."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
NOTEBOOKS = ROOT / "notebooks"
SECONDS_TO_START = 300


def free_port() -> int:
    """Return a port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(
    *command: str, ready: str, log: Path, env: dict[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server of this project; `ready` is an address that answers, or words it prints."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", *command],
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(env or {})},
            start_new_session=True,
        )
    try:
        _wait(process, ready, log)
        yield process
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(20)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait(process: subprocess.Popen[bytes], ready: str, log: Path) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and process.poll() is None:
        if ready.startswith("http"):
            with suppress(OSError), urllib.request.urlopen(ready, timeout=5):
                return
        elif ready in log.read_text(errors="replace"):
            return
        time.sleep(0.1)
    message = f"the server did not start:\n{log.read_text(errors='replace')[-2000:]}"
    raise RuntimeError(message)


@contextmanager
def dashboard(log: Path, folder: Path = NOTEBOOKS, *more: str) -> Iterator[str]:
    """Run `teachback serve` and give its address, with a slash at the end."""
    with house(log, folder, *more) as (address, _):
        yield address


@contextmanager
def house(
    log: Path,
    folder: Path,
    *more: str,
    env: dict[str, str] | None = None,
    port: int | None = None,
    **settings: Any,
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Run `teachback serve`, with other `settings` of its kernels; give address and process."""
    port = port or free_port()
    command = ("teachback", "serve", str(folder), "--port", str(port), "--no-browser", *more)
    known = log.parent / "config"
    known.mkdir(exist_ok=True)
    (known / "voila.json").write_text(json.dumps({"Kernels": settings}))
    changed = {**({"JUPYTER_CONFIG_DIR": str(known)} if settings else {}), **(env or {})}
    with running(*command, ready="teachback ready:", log=log, env=changed) as process:
        yield f"http://127.0.0.1:{port}/", process
