"""What runs below a dashboard, seen from outside."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

NEST = "teachback.warm.nest"
LONG_ENOUGH = 60  # seconds; a machine that runs all tests at once is slow


def until(holds: Callable[[], Any], what: str) -> Any:
    """Wait until a condition holds and return what it gave."""
    end = time.monotonic() + LONG_ENOUGH
    while not (found := holds()):
        assert time.monotonic() < end, f"never came true: {what}"
        time.sleep(0.05)
    return found


def no_warm_process(folder: Path) -> dict[str, str]:
    """Return the environment of a server whose warm process never starts."""
    (folder / "sitecustomize.py").write_text(
        f"import sys\nif '{NEST}' in sys.orig_argv: sys.exit(1)\n"
    )
    return {"PYTHONPATH": str(folder)}


def warm_process(server: int) -> psutil.Process | None:
    """Return the warm process of a server, if there is one."""
    found = [one for one in psutil.Process(server).children() if NEST in one.cmdline()]
    return found[0] if found else None


def carrying(mark: str) -> list[psutil.Process]:
    """Return what runs with this mark in its environment, whoever its parent is by now."""
    found = []
    for one in psutil.process_iter():
        with suppress(psutil.Error):
            if mark in one.environ().values():
                found.append(one)
    return alive(found)


def alive(processes: list[psutil.Process]) -> list[psutil.Process]:
    """Return those that still run."""
    return [one for one in processes if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]
