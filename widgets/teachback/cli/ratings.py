"""teachback ratings"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from teachback.pages.gates import Draft
from teachback.pages.ratings.store import FOLDER, Ratings, form
from teachback.pages.site import notebooks_below


def ratings(
    stamp: Annotated[
        list[str] | None, typer.Option(help="A sheet that was rated again: it gets today's date.")
    ] = None,
    empty: Annotated[bool, typer.Option("--form", help="Print an empty sheet.")] = False,
) -> None:
    """Write the ratings of the pages as Markdown, beside their sheets in docs/ratings."""
    if empty:
        print(form())
        return
    paths = [path.as_posix() for path in notebooks_below(Path("notebooks"))]
    drafts = {name: Draft.read(Path(name), name) for name in paths}
    Ratings(FOLDER).write(drafts, stamp or ())
    print(f"{len(Ratings(FOLDER).sheets)} sheets written to {FOLDER.as_posix()}")
