"""teachback notebooks"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from nbclient.exceptions import CellExecutionError

from teachback.errors import PageError


def notebooks(
    folder: Annotated[Path, typer.Argument(help="Where the notebooks are.")] = Path("notebooks"),
) -> None:
    """Execute all notebooks in place, as they are committed.

    Raises:
        PageError: if a cell fails.
    """
    from teachback.pages import execute_in_place, notebooks_below  # noqa: PLC0415

    for path in notebooks_below(folder):
        print(path)
        try:
            execute_in_place(path)
        except CellExecutionError as error:
            msg = f"{path}: a cell fails with {error.ename}: {error.evalue}; mend it"
            raise PageError(msg) from error
