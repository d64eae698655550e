"""Errors as a visitor sees them: what happened, what to do, and how to get help."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import jinja2

from teachback.views import page_style

WORDS = {
    404: ("This page is not here.", "The address may be old. Go to the start page."),
    403: ("This is not open to visitors.", "Go to the start page."),
}
OTHERWISE = ("Something went wrong on our side.", "Try again, or go to the start page.")


def error_page(status: int, root: str) -> str:
    """Return the page for an error status; it never says anything about the program."""
    what, do = WORDS.get(status, OTHERWISE)
    return _template().render(what=what, do=do, root=root, style=page_style())


@cache
def _template() -> jinja2.Template:
    source = files("teachback.dashboard").joinpath("templates", "error.html.j2")
    environment = jinja2.Environment(autoescape=True)
    return environment.from_string(source.read_text(encoding="utf-8"))
