"""Preparing the pages and serving them."""

from __future__ import annotations

import logging
import socket
from pathlib import Path

from rich.console import Console

from teachback.content import TOPIC, load_topic
from teachback.dashboard.app import Dashboard, configuration
from teachback.dashboard.kernels import kernel_environment, room_for_kernels
from teachback.dashboard.log import keep_log
from teachback.dashboard.warm.process import CAN_FORK, WarmProcess
from teachback.errors import ServeError
from teachback.pages import prepare_site

HIGHEST_PORT = 65535


def serve(folder: Path, port: int, open_browser: bool, kernels: int | None = None) -> None:
    """Prepare the notebooks below `folder` and serve them until told to stop.

    `kernels` is how many may run; without it, as many as this machine has room for.

    Raises:
        ServeError: if the port is taken.
        PageError, ContentError: if a notebook or the content cannot be used.
    """
    check_port(port)
    warm = WarmProcess(kernel_environment()) if CAN_FORK else None  # warms up meanwhile
    console = Console(stderr=True)
    with console.status("Preparing pages") as status:
        site = prepare_site(
            folder, load_topic(TOPIC), lambda name: status.update(f"Preparing {name}")
        )
    for page in site.pages:
        for failure in page.failures:
            console.print(f"{page.notebook}: {failure}", style="yellow", markup=False)
    app = Dashboard(
        site=site,
        warm=warm,
        root_dir=str(folder),
        port=port,
        port_retries=0,
        ip="127.0.0.1",
        open_browser=open_browser,
        config=configuration(kernels or room_for_kernels()),
        log_level=logging.WARNING,
    )
    keep_log()
    app.initialize([])
    app.start()


def check_port(port: int) -> None:
    """Refuse a port that cannot be listened on.

    Raises:
        ServeError: saying why, and what to do.
    """
    if not 0 < port <= HIGHEST_PORT:
        msg = f"port {port} does not exist; choose one from 1024 to {HIGHEST_PORT} with --port"
        raise ServeError(msg)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            msg = f"port {port} cannot be used ({error.strerror}); choose another with --port"
            raise ServeError(msg) from error
