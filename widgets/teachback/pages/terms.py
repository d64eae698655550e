"""Hard words that open in place: a button in the sentence, its meaning right behind it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from teachback.model import Term

LINK = "#term-"


class Terms:
    """The hard words of one page; a meaning is written out once, where its word first stands.

    Opening, closing by Escape or by a tap elsewhere are the browser's own (`popover`): they need
    no script. A browser without them shows the meaning in brackets behind the word.
    """

    def __init__(self, glossary: Mapping[str, Term]) -> None:
        self._glossary = glossary
        self._written: set[str] = set()

    def at(self, target: str) -> Term | None:
        """Return the word that a link with this target names, if it is one."""
        return self._glossary.get(target.removeprefix(LINK)) if target.startswith(LINK) else None

    @staticmethod
    def opening(term: Term) -> str:
        """Return the start of the button; the sentence's own form of the word comes after it."""
        return f'<button type="button" class="tb-term" popovertarget="term-{term.id}">'

    def closing(self, term: Term) -> str:
        """Return the end of the button, and the meaning if it has not been written before."""
        if term.id in self._written:
            return "</button>"
        self._written.add(term.id)
        word, say = escape(term.term), f" <em>Say: {escape(term.say)}</em>" if term.say else ""
        return (
            f'</button><span popover role="dialog" aria-label="What it means: {word}" tabindex="-1"'
            f' class="tb tb-meaning" id="term-{term.id}"><strong>{word}</strong>{say}'
            f' <span class="tb-plain">{escape(term.plain)}</span>'
            f' <button type="button" class="tb-button" popovertarget="term-{term.id}"'
            ' popovertargetaction="hide">Close</button></span>'
        )
