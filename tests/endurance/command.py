"""What the commands of endurance share: their options, their progress, and how they end."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, Protocol

from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, TimeElapsedColumn

MOST_TOLD = 20


class Outcome(NamedTuple):
    """What was measured, in one line, and what was wrong."""

    told: str
    violations: list[str]


class Run(Protocol):
    """A law under load: `folder` is its own, `step` is called as it goes on."""

    def __call__(
        self, folder: Path, seed: int, step: Callable[[], None], **amounts: int
    ) -> Outcome:
        """Return what came of it."""


def command(what: str | None, run: Run, **amounts: int) -> int:
    """Run as the command line says, show progress, and return 1 if a law did not hold."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the servers are stopped too
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("--seed", type=int, default=1)
    for name, many in amounts.items():
        parser.add_argument(f"--{name}", type=int, default=many, help=f"default {many}")
    chosen = vars(parser.parse_args())
    console = Console(stderr=True)
    columns = (*Progress.get_default_columns(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as progress, TemporaryDirectory() as folder:
        total = sum(chosen[name] for name in amounts)
        task = progress.add_task(" and ".join(amounts), total=total)
        outcome = run(Path(folder), step=lambda: progress.advance(task), **chosen)
    for violation in outcome.violations[:MOST_TOLD]:
        console.print(violation, markup=False)
    sys.stdout.write(f"{outcome.told}; {len(outcome.violations)} violations\n")
    return 1 if outcome.violations else 0
