"""Preparing the pages and serving them."""

from __future__ import annotations

import logging
import socket
from pathlib import Path

from rich.console import Console

from teachback.content import TOPIC, load_topic
from teachback.dashboard.app import Dashboard
from teachback.dashboard.kernel import kernel_environment
from teachback.dashboard.log import keep_log
from teachback.dashboard.memory import use_one_heap
from teachback.dashboard.place import Place
from teachback.dashboard.room import room_for_kernels
from teachback.dashboard.settings import configuration
from teachback.errors import ServeError
from teachback.pages import Site, prepare_site
from teachback.warm.process import CAN_FORK, WarmProcess, socket_folder

HIGHEST_PORT = 65535


def serve(
    folder: Path,
    place: Place,
    open_browser: bool,
    kernels: int | None = None,
    metrics_port: int = 0,
) -> None:
    """Serve the notebooks below `folder`; as many `kernels` as given, or as there is room for.

    Raises:
        ServeError, PageError, ContentError: if a port, a notebook or the content cannot be used.
    """
    check_port(place.port, place.host)
    check_port(metrics_port or place.port)
    use_one_heap()
    app = Dashboard(
        warm=WarmProcess(kernel_environment()) if CAN_FORK else None,  # warms up meanwhile
        site=_prepared(folder),
        root_dir=str(folder),
        connection_dir_root=socket_folder(),
        metrics_port=metrics_port,
        **place.traits(),
        open_browser=open_browser,
        config=configuration(kernels or room_for_kernels()),
        log_level=logging.WARNING,
    )
    app.initialize([])
    keep_log(app.log)
    app.start()


def _prepared(folder: Path) -> Site:
    """Return the site, telling which page is prepared and what went wrong in one."""
    console = Console(stderr=True)
    with console.status("Preparing pages") as status:
        site = prepare_site(
            folder, load_topic(TOPIC), lambda name: status.update(f"Preparing {name}")
        )
    for page in site.pages:
        for failure in page.failures:
            console.print(f"{page.notebook}: {failure}", style="yellow", markup=False)
    return site


def check_port(port: int, host: str = "127.0.0.1") -> None:
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
            probe.bind((host, port))
        except OSError as error:
            msg = f"port {port} cannot be used ({error.strerror}); choose another with --port"
            raise ServeError(msg) from error
