"""How many kernels a machine has room for."""

from __future__ import annotations

import os
import sys

SOCKETS = 65_536  # zmq's own limit of 1023 is reached by a class of 130
FILES_OF_KERNEL = 24  # sockets and pipes of one kernel in the server; measured 18 with its visitor
BYTES_OF_KERNEL = 40_000_000  # a stock kernel with our package; a forked one has half of it
FEWEST, MOST = 10, 400


def room_for_kernels() -> int:
    """Return how many kernels this machine has room for, and let them have their files."""
    if sys.platform == "win32":
        return FEWEST
    import resource  # noqa: PLC0415  there is none on Windows

    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    if hard == resource.RLIM_INFINITY:
        hard = SOCKETS
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return max(FEWEST, min(memory // 2 // BYTES_OF_KERNEL, hard // FILES_OF_KERNEL, MOST))
