"""teachback preview"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from teachback.content import TOPIC, load_topic


def preview(
    file: Annotated[Path, typer.Argument(help="A YAML file with a quiz.", exists=True)],
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8867,
    browser: Annotated[bool, typer.Option(help="Open a browser.")] = True,
) -> None:
    """Show the questions of one file in the browser, and again whenever it is saved."""
    from teachback.dashboard.preview import preview as start  # noqa: PLC0415  it loads a server

    start(file.resolve(), load_topic(TOPIC), port, browser)
