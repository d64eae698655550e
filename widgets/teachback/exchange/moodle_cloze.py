"""The words of Moodle's questions: markup to plain text, and blanks written inside a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape, unescape

from teachback.exchange.draft import hidden, shown
from teachback.questions import Reasoned

BLANK = re.compile(r"\{\d*:(?:MULTICHOICE|MC|MCS)\w*:((?:\\.|[^\\}])*)\}")
_TAG = re.compile(r"<[^>]*>")


def plain(markup: str) -> str:
    """Return the words of a piece of HTML."""
    return " ".join(unescape(_TAG.sub(" ", markup)).split())


def option(right: bool, text: str, why: str) -> dict[str, str]:
    """Return an option as our files write it."""
    return {"right" if right else "wrong": text, "why": why}


def embedded(options: Iterable[Reasoned]) -> str:
    """Return a list to choose from as Moodle writes it inside a text."""
    parts = (
        f"{'=' if option.right else ''}{_safe(option.text)}#{_safe(option.why)}"
        for option in options
    )
    return "{1:MULTICHOICE:" + "~".join(parts) + "}"


def _safe(words: str) -> str:
    r"""Return words for inside a blank: its own signs get a backslash.

    >>> _safe("a~b {c}")
    'a\\~b {c\\}'
    """
    escaped = "".join(f"\\{one}" if one in '\\~=#}"/' else one for one in words)
    return escape(escaped, quote=False)


def read_embedded(found: str) -> list[dict[str, str]]:
    """Return the options of such a list: the other half of `embedded`."""
    options = []
    for part in hidden(found).split("~"):
        right = part.startswith(("=", "%100%"))
        words, _, why = part.removeprefix("=").removeprefix("%100%").partition("#")
        options.append(option(right, plain(shown(words)), plain(shown(why))))
    return options
