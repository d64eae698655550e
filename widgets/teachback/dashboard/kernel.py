"""One kernel of the dashboard: what it hears, what it sees of the environment, its log."""

from __future__ import annotations

import os
from typing import Any, Protocol

from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from traitlets import default

from teachback.warm.process import QUIET

TO_A_KERNEL = ("comm_open", "comm_close", "comm_msg", "comm_info_request", "kernel_info_request")
"""What a visitor may say to a kernel; Voila would let them end it, too."""

KERNEL = "teachback.dashboard.kernel.Kernel"

# What a kernel sees of the server's environment: what programs need, and nothing that could be
# a secret. JPY_: jupyter_client's own.
_KEPT = ("PATH", "HOME", "USER", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT")
_KEPT_BEGINNINGS = ("LC_", "PYTHON", "JUPYTER_", "IPYTHON", "VIRTUAL_ENV", "XDG_", "TEACHBACK_")


class Line(Protocol):
    """An open connection of a visitor to a kernel."""

    def close(self, code: int | None = None, reason: str | None = None) -> None:
        """Hang up."""


def kernel_environment() -> dict[str, str]:
    """Return the environment that kernels get."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in _KEPT or name.startswith(_KEPT_BEGINNINGS)
    }
    return kept | QUIET


class Kernel(ServerKernelManager):
    """One kernel; its events go to the same logger as everybody's.

    To make a logger is a sixth of what the server does for a visitor who gets a kernel.
    """

    _logger: Any = None

    @default("event_logger")
    def _default_event_logger(self) -> Any:
        if Kernel._logger is None:
            Kernel._logger = super()._default_event_logger()
        return Kernel._logger
