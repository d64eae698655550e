"""The warm process: `python -m teachback.warm.nest FD`; it forks into every kernel.

It has imported what each kernel needs, runs one thread and opens no zmq context, so that a fork
of it is sound. On the socket FD it says READY and then takes requests, one at a time: a line of
JSON (`argv` after the kernel's launcher, `cwd`, `env`) with one descriptor, the kernel's lifeline.
The forked kernel writes its process id there and ends when the other side of it is closed.
"""

from __future__ import annotations

import array
import gc
import json
import os
import signal
import socket
import sys
import threading
from contextlib import suppress
from importlib import import_module
from typing import Any

READY = b"ready\n"
MOST = 65536  # bytes of a request that are read at once

# What a kernel imports while it starts and while it runs our notebooks, much of it lazily.
NEEDED = (
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "ipykernel.debugger",
    "ipykernel.zmqshell",
    "ipykernel.comm.manager",
    "IPython.core.completerlib",
    "IPython.core.async_helpers",
    "IPython.core.debugger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "matplotlib_inline.config",
    "tornado.platform.asyncio",
    "zmq.utils.garbage",
    "ipywidgets",
    "anywidget",
    "teachback.views",
)
AS_A_KERNEL = (
    "--IPKernelApp.parent_handle=1",  # it has a parent, so it prints nothing; 1: none to poll for
    "--HistoryManager.enabled=False",  # what runs in a visitor's kernel is written nowhere
)
TOPIC = "bone_metastasis"

_LIFELINES: list[socket.socket] = []


def preload() -> None:
    """Import what every kernel needs, and keep it out of the garbage collector's way."""
    for name in NEEDED:
        with suppress(ImportError):
            import_module(name)
    import_module("teachback").load_topic(TOPIC)
    import_module("teachback.views.blocks").compile_templates()
    gc.collect()
    gc.freeze()  # what is never looked at is never written to, and so stays shared


def serve(channel: socket.socket) -> dict[str, Any] | None:
    """Fork a kernel for every request; return its request in the kernel, and None at the end."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks us how a kernel ended
    with suppress(OSError):  # the server has gone already
        channel.sendall(READY)
    while asked := _request(channel):
        request, lifeline = asked
        if os.fork() == 0:
            channel.close()
            _stand_alone(request, lifeline)
            return request
        lifeline.close()
    return None


def _request(channel: socket.socket) -> tuple[dict[str, Any], socket.socket] | None:
    """Return the next request and its lifeline, or None when the server has gone."""
    size = array.array("i").itemsize
    try:
        line, ancillary, _, _ = channel.recvmsg(MOST, socket.CMSG_SPACE(size))
        while line and not line.endswith(b"\n"):
            line += channel.recv(MOST)
    except OSError:
        return None
    if not line or not ancillary:
        return None
    (descriptor,) = array.array("i", ancillary[0][2][:size])
    return json.loads(line), socket.socket(fileno=descriptor)


def _stand_alone(request: dict[str, Any], lifeline: socket.socket) -> None:
    """Become a process of one's own, which ends with the server whatever happens in between."""
    os.setsid()
    for one in (signal.SIGCHLD, signal.SIGINT, signal.SIGTERM):
        signal.signal(one, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(request["env"])
    os.chdir(request["cwd"])
    _LIFELINES.append(lifeline)
    lifeline.sendall(f"{os.getpid()}\n".encode())
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: socket.socket) -> None:
    with suppress(OSError):
        while lifeline.recv(1):
            pass
    os.killpg(0, signal.SIGKILL)  # and whatever the kernel has started


def run_kernel(request: dict[str, Any]) -> None:
    """Be the kernel until it is told to end."""
    from ipykernel.kernelapp import IPKernelApp  # noqa: PLC0415  preloaded; not for the server

    IPKernelApp.launch_instance([*request["argv"], *AS_A_KERNEL])


def main() -> None:
    """Serve until the server has gone; in a forked kernel, be that kernel."""
    channel = socket.socket(fileno=int(sys.argv[1]))
    channel.set_inheritable(False)
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, signal.SIG_IGN)  # the server alone decides; its end closes the socket
    preload()
    if threading.active_count() > 1:
        sys.exit("the warm process has more than one thread; a fork of it would not be sound")
    request = serve(channel)
    if request:
        run_kernel(request)


if __name__ == "__main__":
    main()
