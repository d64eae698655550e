"""The memory of a server that runs for long: what its visitors leave goes back to the system."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import sys

ARENAS = -8  # M_ARENA_MAX in glibc's malloc.h
SECONDS_OF_CALM = 2  # memory is given back when nobody has left for so long


def use_one_heap() -> None:
    """Let all threads share one heap: the holes in a heap of its own serve one thread alone."""
    _tell_glibc("mallopt", ARENAS, 1)


def keep_what_is_here() -> None:
    """Take what is here for good, and look for garbage only among what comes later, but often.

    What a visitor leaves hangs together in rings, which only a look through everything finds.
    Beside all that is here from the start Python puts that off until many visitors have left.
    """
    give_back()
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, 1)


def give_back() -> None:
    """Return what nobody needs any more."""
    gc.collect()
    _tell_glibc("malloc_trim", 0)


def _tell_glibc(name: str, *numbers: int) -> None:
    """Call a function of the allocator; another one than glibc's is left as it is."""
    known = ctypes.CDLL(None) if sys.platform == "linux" else None
    if function := getattr(known, name, None):
        function(*numbers)


class Housekeeper:
    """Gives back what visitors leave, once for all who leave together."""

    _later: asyncio.TimerHandle | None = None

    def somebody_left(self) -> None:
        """Give back later, unless others leave until then."""
        if self._later:
            self._later.cancel()
        self._later = asyncio.get_running_loop().call_later(SECONDS_OF_CALM, give_back)
