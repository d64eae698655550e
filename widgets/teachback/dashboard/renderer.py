"""What runs in a visitor's kernel: the code cells of a notebook, read once for everybody."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from nbformat import NotebookNode
from voila.exporter import VoilaExporter
from voila.notebook_renderer import NotebookRenderer

KEPT = "teachback_kept"


@dataclass
class Kept:
    """What all renderers of a dashboard share: each notebook's code, and the compiled template."""

    code: dict[str, NotebookNode] = field(default_factory=dict)
    exporter: VoilaExporter | None = None


class Renderer(NotebookRenderer):
    """Voila's renderer; the words of a page are on it already, so only its code is left.

    To read, check and copy whole notebooks and to compile the template for each visitor was a
    third of what the server did for one.
    """

    exporter: VoilaExporter

    @property
    def kept(self) -> Kept:
        """What this dashboard keeps."""
        return self.request_handler.settings[KEPT]

    async def initialize(self, **more: Any) -> None:
        """Get ready; the exporter, which knows nothing of a visitor, is one for everybody."""
        await super().initialize(**more)
        if self.kept.exporter is None:
            self.kept.exporter = self.exporter
        self.exporter = self.kept.exporter

    async def load_notebook(self, path: str) -> NotebookNode:
        """Return the cells that run; like the page itself they stay what they were at the start."""
        if path not in self.kept.code:
            self.kept.code[path] = _code_of(await super().load_notebook(path))
        return self.kept.code[path]


def _code_of(notebook: NotebookNode) -> NotebookNode:
    """Return a notebook of the code cells alone, without what they showed when they were stored."""
    cells = [cell | {"outputs": []} for cell in notebook.cells if cell.cell_type == "code"]
    return NotebookNode(notebook | {"cells": [NotebookNode(cell) for cell in cells]})
