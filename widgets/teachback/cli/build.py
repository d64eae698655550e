"""teachback build"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from teachback.content import TOPIC, load_topic
from teachback.content.deployment import VARIABLE


def build(
    folder: Annotated[Path, typer.Argument(help="Where to write the site.")],
    notebooks: Annotated[Path, typer.Option(help="Where the notebooks are.")] = Path("notebooks"),
    deployment: Annotated[
        Path | None, typer.Option(help="YAML file with country, numbers and checklist mode.")
    ] = None,
) -> None:
    """Write the static site of all pages that need no kernel."""
    # Pages take a second to import; the other verbs should not wait for them.
    from teachback.pages import notebooks_below, prepare_site  # noqa: PLC0415
    from teachback.pages.static import build as write  # noqa: PLC0415

    if deployment is not None:
        os.environ[VARIABLE] = str(deployment.resolve())
    count = len(notebooks_below(notebooks))
    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task("Preparing pages", total=2 * count)

        def step(name: str) -> None:
            progress.update(task, advance=1, description=name)

        site = prepare_site(notebooks.resolve(), load_topic(TOPIC), step)
        written = write(site, folder, step)
    print(f"{len(written)} pages written to {folder}")
