"""The front end's sources, joined into one module: an anywidget module cannot import others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

BASE = ("dom", "control", "store")
_QUIZ = (
    "evaluate",
    "parts",
    "highlight",
    "number",
    "exhibit",
    "feedback",
    "card",
    "walk",
    "outcome",
    "quiz_state",
    "quiz",
)
KINDS = {
    "quiz": _QUIZ,
    "exam": (*_QUIZ, "exam"),
    "before_after": (*_QUIZ, "gain", "before_after"),
    "review": (*_QUIZ, "review_state", "review"),
    "checklist": (
        "advise",
        "care_page",
        "response",
        "checklist_state",
        "symptom",
        "body_map",
        "emergency",
        "checklist_result",
        "checklist",
    ),
    "my_page": ("care_page", "checklist_state", "my_page"),
    "triage": ("triage_state", "triage"),
    "calculator": ("calculate", "calculator"),
}
"""For each kind of sheet, the files that draw it; kinds may share some."""
STYLES = {
    "checklist": frozenset({"checklist", "my_page"}),
    "nurse": frozenset({"triage", "calculator", "exam", "before_after", "review"}),
}
"""The files of style that not every page needs, each with the kinds that do."""
PAGE = ("listen", "shared_device", "places", "furniture", "page")
CONNECTION = ("standing", "connection")
OFFLINE = ("offline",)
"""What a page adds that may get a kernel."""
_IMPORT = re.compile(r"^import .*;\n", re.MULTILINE)
_DEFAULT = "export default { render };\n"
_COMMENT = re.compile(r"^\s*(?://.*|/\*\*.*\*/)\n", re.MULTILINE)


def source(name: str) -> str:
    """Return one file of this folder as text."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _part(name: str) -> str:
    text = _COMMENT.sub("", _IMPORT.sub("", source(f"{name}.js"))).replace(_DEFAULT, "")
    # No string of ours goes over two lines or holds " // ": the rest is for people only.
    return re.sub(r"^export |^\s+| // .*$", "", text, flags=re.MULTILINE).strip()


@cache
def widget_script() -> str:
    """Return the module that draws every widget in any Jupyter front end."""
    return "\n".join([*_parts(KINDS), _DEFAULT])


@cache
def page_script(kinds: frozenset[str], kernel: bool = False, offline: bool = False) -> str:
    """Return the script of a page with these kinds of sheets, for the end of the page.

    It runs as soon as it is read, so that the page is laid out once, with its questions.
    `kernel`: it may get a kernel. `offline`: it is kept for the time without a network.
    """
    page = PAGE + CONNECTION * kernel + OFFLINE * offline
    return "\n".join(['(() => {"use strict";', *_parts(kinds), *map(_part, page), "})();\n"])


def service_worker(version: str, addresses: str) -> str:
    """Return the script that keeps pages in the browser; `addresses` is a list as JSON."""
    return source("service_worker.js").replace("VERSION", version).replace("ADDRESSES", addresses)


def _parts(kinds: Iterable[str]) -> list[str]:
    drawers = dict.fromkeys(name for kind in sorted(kinds) for name in KINDS[kind])
    return [_part(name) for name in (*BASE, *drawers, "widget")]


@cache
def block_style() -> str:
    """Return the colours, the type and the blocks that nobody answers."""
    return source("block.css")


@cache
def widget_style() -> str:
    """Return the style of the widgets, the blocks in them included."""
    return _style(STYLES)


def _style(more: Iterable[str]) -> str:
    return "".join(source(f"{name}.css") for name in ("block", "widget", "quiz", *more))


@cache
def page_style(kinds: frozenset[str] = frozenset()) -> str:
    """Return the style of our own pages with these kinds of sheets, the widgets' included."""
    more = [name for name, needed in STYLES.items() if kinds & needed]
    return _lean(_style(more) + source("page.css"))


def _lean(style: str) -> str:
    """Return a style without its comments and the spaces that only people need.

    >>> _lean('td::before { content: "Round: "; color: red; }')
    'td::before{content:"Round: ";color:red}'
    """
    told = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    spaces = r"""("[^"]*")|\s*([{};])\s*|([:,])\s+"""
    return re.sub(spaces, r"\1\2\3", told).replace(";}", "}")
