"""What runs in a visitor's kernel: the code cells of a notebook, read once for everybody."""

from __future__ import annotations

from nbformat import NotebookNode
from voila.notebook_renderer import NotebookRenderer

CELLS = "teachback_cells"


class Renderer(NotebookRenderer):
    """Voila's renderer; the words of a page are on it already, so only its code is left.

    To read, check and copy whole notebooks was a quarter of what the server did for a visitor.
    """

    async def load_notebook(self, path: str) -> NotebookNode:
        """Return the cells that run; like the page itself they stay what they were at the start."""
        kept = self.request_handler.settings[CELLS]
        if path not in kept:
            kept[path] = _code_of(await super().load_notebook(path))
        return kept[path]


def _code_of(notebook: NotebookNode) -> NotebookNode:
    """Return a notebook of the code cells alone, without what they showed when they were stored."""
    cells = [cell | {"outputs": []} for cell in notebook.cells if cell.cell_type == "code"]
    return NotebookNode(notebook | {"cells": [NotebookNode(cell) for cell in cells]})
