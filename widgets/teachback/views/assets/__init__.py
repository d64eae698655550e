"""The front end's sources, joined into one module: an anywidget module cannot import others."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

PARTS = ("evaluate", "advise", "dom", "control", "store", "quiz", "checklist", "widget")
_IMPORT = re.compile(r"^import .*;\n", re.MULTILINE)
_DEFAULT = "export default { render };\n"
_COMMENT = re.compile(r"^\s*(?://.*|/\*\*.*\*/)\n", re.MULTILINE)


def source(name: str) -> str:
    """Return one file of this folder as text."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _part(name: str) -> str:
    text = _COMMENT.sub("", _IMPORT.sub("", source(f"{name}.js"))).replace(_DEFAULT, "")
    return re.sub(r"^export ", "", text, flags=re.MULTILINE).strip()


@cache
def widget_script() -> str:
    """Return the module that draws every widget in any Jupyter front end."""
    return "\n".join([*map(_part, PARTS), _DEFAULT])


@cache
def page_script() -> str:
    """Return the module of our own pages: draws islands, then asks for a kernel."""
    return "\n".join([*map(_part, PARTS), _part("page"), ""])


@cache
def block_style() -> str:
    """Return the colours, the type and the blocks that nobody answers."""
    return source("block.css")


@cache
def widget_style() -> str:
    """Return the style of the widgets, the blocks in them included."""
    return block_style() + source("widget.css")


@cache
def page_style() -> str:
    """Return the style of our own pages, the widgets' included."""
    return widget_style() + source("page.css")
