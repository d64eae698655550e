"""The provisioner that jupyter_client finds by its entry point: a fork if there can be one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from teachback.errors import ServeError
from teachback.warm.process import WarmProcess

NAME = "teachback-fork"
LAUNCHER = "ipykernel_launcher"


class WarmProvisioner(LocalProvisioner):
    """Starts a kernel by forking the warm process of its manager, and otherwise the stock way.

    A forked kernel looks to the stock provisioner as any process does; it does the rest.
    """

    process: Any = None

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start the kernel that this command would start."""
        warm = getattr(getattr(self.parent, "parent", None), "warm", None)
        if isinstance(warm, WarmProcess) and cmd[0] == sys.executable and LAUNCHER in cmd:
            cwd = str(kwargs.get("cwd") or Path.cwd())
            argv = cmd[cmd.index(LAUNCHER) + 1 :]
            try:
                self.process = await warm.fork(argv, cwd, kwargs["env"])
            except ServeError as error:
                self.log.warning("%s; the kernel starts the stock way", error)
            else:
                self.pid = self.pgid = self.process.pid
                self.cwd = cwd
                return self.connection_info
        return await super().launch_kernel(cmd, **kwargs)


def use_forks() -> None:
    """Let kernels of this process be forked where a warm process is there for them.

    The factory is one for the whole process, so it is told, not configured. A package that was
    not installed anew has no such entry point: then all kernels start the stock way.
    """
    factory = KernelProvisionerFactory.instance()
    if NAME in factory.get_provisioner_entries():
        factory.default_provisioner_name = NAME
