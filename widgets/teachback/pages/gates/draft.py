"""A draft: a notebook as it is written, taken apart into passages with their lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import nbformat

from teachback.errors import Mistake, PageError
from teachback.pages.gates.passage import Passage
from teachback.pages.markdown import citations, tokens

_CALL = r"\b{name}(?:\.stated)?\(topic((?:,\s*\"[^\"]*\")*)\)"
_INVALID = (nbformat.ValidationError, json.JSONDecodeError, AttributeError, ValueError)


@dataclass(frozen=True)
class Draft:
    """A notebook as its writer left it; `name` is how its file is shown."""

    name: str
    text: str
    node: nbformat.NotebookNode

    @classmethod
    def read(cls, path: Path, shown_as: str) -> Draft:
        """Read a notebook.

        Raises:
            PageError: if the file is not a valid notebook; the message says why.
        """
        text = path.read_text(encoding="utf-8")
        try:
            node = nbformat.reads(text, as_version=4)
            nbformat.validate(node)
        except _INVALID as error:
            raise PageError(str(error).splitlines()[0]) from error
        return cls(shown_as, text, node)

    @property
    def about(self) -> dict[str, Any]:
        """What the notebook says about itself: audience, purpose, opt_in."""
        return dict(self.node.metadata.get("teachback", {}))

    @property
    def for_patients(self) -> bool:
        """Whether patients are its readers."""
        return self.about.get("audience") == "patient"

    @property
    def opt_in(self) -> bool:
        """Whether only those read it who chose to (DS-01)."""
        return bool(self.about.get("opt_in"))

    @property
    def markdown(self) -> list[nbformat.NotebookNode]:
        """The cells with text."""
        return [cell for cell in self.node.cells if cell.cell_type == "markdown"]

    @property
    def code(self) -> list[nbformat.NotebookNode]:
        """The cells with code."""
        return [cell for cell in self.node.cells if cell.cell_type == "code"]

    @property
    def prose(self) -> str:
        """All text, as one Markdown text."""
        return "\n\n".join(cell.source for cell in self.markdown)

    @property
    def cited(self) -> list[str]:
        """Every source that the text cites, in the order of first citing."""
        return list(dict.fromkeys(key for cell in self.markdown for key in citations(cell.source)))

    @cached_property
    def passages(self) -> list[Passage]:
        """The passages in the order of reading."""
        found: list[Passage] = []
        section = ""
        for cell in self.markdown:
            found += self._in(cell, section)
            section = found[-1].section if found else section
        return found

    def named(self, cell_id: str, kind: str) -> list[str]:
        """Return the facts or the rules that a cell says it tells."""
        for cell in self.node.cells:
            if cell.get("id") == cell_id:
                return list(cell.metadata.get("teachback", {}).get(kind, []))
        return []

    def shown(self, *views: str) -> Iterator[tuple[nbformat.NotebookNode, str]]:
        """Yield what the views of these names show: the cell, and each id in the call."""
        for cell in self.code:
            for view in views:
                for call in re.finditer(_CALL.format(name=view), cell.source):
                    for one in re.findall(r"\"([^\"]*)\"", call[1]):
                        yield cell, one

    def at(self, cell: nbformat.NotebookNode, message: str) -> Mistake:
        """Return a mistake at a cell."""
        return Mistake(self.name, self._line(cell), f"cell '{cell.get('id', '?')}'", message)

    def whole(self, where: str, message: str) -> Mistake:
        """Return a mistake of the notebook as a whole."""
        return Mistake(self.name, 1, where, message)

    def _in(self, cell: nbformat.NotebookNode, section: str) -> Iterator[Passage]:
        kinds, line, start = ["paragraph"], 0, self._line(cell)
        level = 0
        for token in tokens(cell.source):
            line = token.map[0] if token.map else line
            if token.type in _KINDS:
                kinds.append(_KINDS[token.type])
                level = int(token.tag[1]) if kinds[-1] == "heading" else 0
            elif token.type.replace("_close", "_open") in _KINDS:
                kinds.pop()
                level = 0
            elif token.type == "inline":
                section = token.content if level else section
                yield Passage(
                    text=token.content,
                    kind=kinds[-1],
                    file=self.name,
                    line=start + line,
                    where=f"cell '{cell.get('id', '?')}'",
                    context=cell.source,
                    cell=cell.get("id", ""),
                    level=level,
                    section=section,
                )

    def _line(self, cell: nbformat.NotebookNode) -> int:
        """Return where a cell's source starts; the file holds one line of it on each line."""
        place = max(self.text.find(f'"id": "{cell.get("id", "")}"'), 0)
        source = self.text.find('"source": [\n', place)
        following = self.text.find('"cell_type"', place)
        if source < 0 or 0 <= following < source:
            return self.text.count("\n", 0, place) + 1
        return self.text.count("\n", 0, source) + 2


_KINDS = {
    "heading_open": "heading",
    "list_item_open": "item",
    "td_open": "cell",
    "th_open": "cell",
}
"""Which token of Markdown opens which kind of passage."""
