"""A page: what a visitor gets of one notebook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2
import nbformat

from teachback.content import Topic
from teachback.errors import PageError
from teachback.pages.execute import WIDGET_STATE, WIDGET_VIEW
from teachback.pages.markdown import citations, html
from teachback.pages.terms import Terms
from teachback.views import BLOCK_MIME, drawn_ahead

_CHAPTER = re.compile(r"(?:^|/)(\d+)_[^/]*$")
NEVER, ON_DEMAND, ALWAYS = "never", "on-demand", "always"
"""When a page gets a kernel: not at all, when something on it asks, as soon as it stands."""
_BY_AUDIENCE = {"patient": NEVER, "nurse": ON_DEMAND}
FAILED = "This part could not be loaded. Please tell the people who run this page."


@dataclass(frozen=True)
class Page:
    """A notebook as a page: its address below the site's root, its title, its parts as HTML."""

    address: str
    notebook: str
    title: str
    purpose: str
    parts: tuple[str, ...]
    islands: frozenset[str]
    failures: tuple[str, ...]
    opt_in: bool = False
    kernel: str = NEVER

    @property
    def chapter(self) -> int | None:
        """The page's number in the course, from its file's name; None for what stands beside it."""
        found = _CHAPTER.search(self.notebook)
        return int(found[1]) if found else None

    @classmethod
    def of(cls, notebook: str, node: nbformat.NotebookNode, topic: Topic) -> Page:
        """Return the page of an executed notebook; `notebook` is its path below the root.

        Raises:
            PageError: if the title is missing, a widget in it cannot be drawn ahead, or
                `teachback.kernel` in the metadata cannot be kept.
        """
        title = node.metadata.get("title")
        if not title:
            msg = f"{notebook}: no title; add one to the notebook's metadata"
            raise PageError(msg)
        about = node.metadata.get("teachback", {})
        states = node.metadata.get("widgets", {}).get(WIDGET_STATE, {}).get("state", {})
        maker = _Parts(notebook, states, _numbers(node), topic)
        parts = tuple(part for cell in node.cells for part in maker.of_cell(cell))
        return cls(
            address=f"{notebook.removesuffix('.ipynb')}.html",
            notebook=notebook,
            title=title,
            purpose=about.get("purpose", ""),
            parts=parts,
            islands=frozenset(key.split(":")[0] for key in maker.keys),
            failures=tuple(maker.failures),
            opt_in=about.get("opt_in", False),
            kernel=_kernel(notebook, about, maker.exam) if maker.keys else NEVER,
        )


class _Parts:
    """Makes the parts of one page and remembers its islands and failures."""

    def __init__(
        self, notebook: str, states: dict[str, Any], numbers: dict[str, int], topic: Topic
    ) -> None:
        self.notebook, self.states, self.numbers = notebook, states, numbers
        self.terms = Terms(topic.glossary)
        self.keys: set[str] = set()
        self.failures: list[str] = []
        self.exam = False

    def of_cell(self, cell: nbformat.NotebookNode) -> Iterator[str]:
        if cell.cell_type == "markdown":
            yield html(cell.source, self.numbers, self.terms)
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                self.failures.append(f"cell {cell.get('id', '?')}: {output.ename}: {output.evalue}")
                yield f'<p class="tb-failed">{FAILED}</p>'
            elif output.output_type in {"display_data", "execute_result"}:
                yield self._of_data(output.data)

    def _of_data(self, data: dict[str, Any]) -> str:
        if WIDGET_VIEW in data:
            return self._island(data[WIDGET_VIEW]["model_id"])
        if BLOCK_MIME in data:
            return str(data[BLOCK_MIME])
        if "text/markdown" in data:
            return html(data["text/markdown"])
        shown = " or ".join(data)
        msg = f"{self.notebook}: an output of type {shown} has no place on a page; show a block"
        raise PageError(msg)

    def _island(self, model_id: str) -> str:
        sheet = self.states.get(model_id, {}).get("state", {}).get("sheet")
        if not sheet:
            msg = f"{self.notebook}: this widget cannot be drawn ahead; use Quiz or Checklist"
            raise PageError(msg)
        key = f"{sheet['kind']}:{sheet['key']}"
        if key in self.keys:
            msg = f"{self.notebook}: {key} stands twice on one page; show it once"
            raise PageError(msg)
        self.keys.add(key)
        if sheet.get("policy", {}).get("mode") == "exam":
            self.exam = True
            sheet = sheet | {"questions": []}  # each visitor's own kernel draws them
        return template("island.html.j2").render(key=key, sheet=sheet, ahead=drawn_ahead(sheet))


def _kernel(notebook: str, about: dict[str, Any], exam: bool) -> str:
    """Return when this page gets a kernel: what its metadata says, else by who reads it.

    A test is marked by the kernel alone, so its page gets one at once.
    """
    usual = ALWAYS if exam else _BY_AUDIENCE.get(about.get("audience", ""), ALWAYS)
    wanted = about.get("kernel", usual)
    if wanted not in (NEVER, ON_DEMAND, ALWAYS):
        msg = (
            f"{notebook}: teachback.kernel is {wanted!r} in the metadata; "
            f"expected {NEVER}, {ON_DEMAND} or {ALWAYS}"
        )
        raise PageError(msg)
    if exam and wanted != ALWAYS:
        msg = (
            f"{notebook}: a test is marked by the kernel, but teachback.kernel is {wanted!r}; "
            f"write {ALWAYS} or take the key out"
        )
        raise PageError(msg)
    return wanted


def _numbers(node: nbformat.NotebookNode) -> dict[str, int]:
    """Return each cited source's number, in the order of first citing."""
    markdown = (cell.source for cell in node.cells if cell.cell_type == "markdown")
    cited = (key for source in markdown for key in citations(source))
    return {key: number for number, key in enumerate(dict.fromkeys(cited), start=1)}


@cache
def _environment() -> jinja2.Environment:
    folder = str(files("teachback.pages").joinpath("templates"))
    loader = jinja2.FileSystemLoader(folder)
    return jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)


def template(name: str) -> jinja2.Template:
    """Return a template of this room."""
    return _environment().get_template(name)
