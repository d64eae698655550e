"""`python -m tests.endurance.fuzz`: anything said to kernels, and hostile requests to the server.

The messages go through the real server with its real limits: 200 at once by one line, so that a
line carries 190 at most and the next one follows, and after 1,520 messages a new kernel. What is
no message may cut its line, with the code for it. No traceback and nothing of a file reaches the
stranger, no code of theirs runs, nothing they say stands in the server's log, and in the end a
reader is served as ever.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from tests.browser import server
from tests.browser.classroom import write_classroom
from tests.endurance.command import Outcome, command
from tests.endurance.messages import WORD
from tests.endurance.prober import Prober
from tests.endurance.stranger import LINES_PER_KERNEL, MESSAGES_PER_LINE, Stranger

MESSAGES, REQUESTS = 100_000, 10_000
SETTINGS = {"spare": 1, "seconds_alone": 5.0, "seconds_to_join": 30.0}
SECRET = "wallflower"  # stands in a file beside the site


class Fuzzed:
    """A house under fuzz, and what came of it."""

    def __init__(self, folder: Path, address: str, log: Path) -> None:
        self.folder, self.address, self.log = folder, address, log

    def messages(self, many: int, seed: int, step: Callable[[], None] = lambda: None) -> Stranger:
        """Send so many messages to kernels."""
        stranger = Stranger(self.address, Random(seed), self.folder)
        sent = 0
        while sent < many:
            if sent and sent % (LINES_PER_KERNEL * MESSAGES_PER_LINE) == 0:
                stranger.leave()
            now = min(MESSAGES_PER_LINE, many - sent)
            stranger.talk(now)
            sent += now
            for _ in range(now):
                step()
        stranger.leave()
        return stranger

    def requests(self, many: int, seed: int, step: Callable[[], None] = lambda: None) -> Prober:
        """Send so many hostile requests."""
        secret = self.folder / "secret.html"
        secret.write_text(SECRET)
        prober = Prober(self.address, Random(seed), str(secret), SECRET)
        for _ in range(many):
            prober.probe()
            step()
        prober.end()
        return prober

    def in_the_log(self) -> list[str]:
        """Return the lines of the log that say what a stranger said, or that something broke."""
        lines = self.log.read_text(errors="replace").splitlines()
        return [f"the log: {one[:300]}" for one in lines if WORD in one or "Traceback" in one]


@contextmanager
def fuzzed(folder: Path) -> Iterator[Fuzzed]:
    """Open a house beside which lies what no stranger may see."""
    site = folder / "site"
    site.mkdir()
    log = folder / "log"
    with server.house(log, write_classroom(site), **SETTINGS) as (address, _):
        yield Fuzzed(folder, address, log)


def run(folder: Path, seed: int, step: Callable[[], None], **amounts: int) -> Outcome:
    """Send all messages, then all requests."""
    with fuzzed(folder) as house:
        stranger = house.messages(amounts["messages"], seed, step)
        prober = house.requests(amounts["requests"], seed, step)
        violations = [*stranger.violations, *prober.violations, *house.in_the_log()]
    told = f"{stranger.told} messages by {stranger.lines} lines to {stranger.kernels} kernels, "
    told += f"{stranger.refused} of them cut their line, "
    return Outcome(
        f"{told}{prober.asked} requests, {prober.silent} of them without an answer", violations
    )


if __name__ == "__main__":
    sys.exit(command(__doc__, run, messages=MESSAGES, requests=REQUESTS))
