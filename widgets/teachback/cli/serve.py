"""teachback serve"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from teachback.content.deployment import VARIABLE

UNDER_A_HUB = "Be one user's server of a JupyterHub, which says where, and who may come in."


def serve(  # noqa: PLR0913, PLR0917  typer takes each option as a parameter
    folder: Annotated[Path, typer.Argument(help="Where the notebooks are.")] = Path("notebooks"),
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8866,
    host: Annotated[
        str,
        typer.Option(help="The address to listen on; another than this machine's needs a proxy."),
    ] = "127.0.0.1",
    browser: Annotated[bool, typer.Option(help="Open a browser.")] = True,
    kernels: Annotated[int | None, typer.Option(min=1, help="How many kernels may run.")] = None,
    metrics_port: Annotated[
        int, typer.Option(help="Where to tell Prometheus the numbers, on this machine alone.")
    ] = 0,
    hub: Annotated[bool, typer.Option("--hub", help=UNDER_A_HUB)] = False,
    deployment: Annotated[
        Path | None, typer.Option(help="YAML file with country, numbers and checklist mode.")
    ] = None,
) -> None:
    """Serve the pages as a dashboard."""
    # Voila takes half a second to import; the other verbs should not wait for it.
    from teachback.dashboard.place import Place, place_in_hub  # noqa: PLC0415
    from teachback.dashboard.serve import serve as start  # noqa: PLC0415

    if deployment is not None:
        os.environ[VARIABLE] = str(deployment.resolve())
    place = place_in_hub() if hub else Place(host, port)
    start(folder.resolve(), place, browser and not hub, kernels, metrics_port)
