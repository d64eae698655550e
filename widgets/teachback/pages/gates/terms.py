"""Hard words: each opens where it first stands on a page (RD-05), and is well told (GL-01)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from teachback.errors import Mistake
from teachback.model import Term
from teachback.pages.gates.draft import Draft
from teachback.pages.gates.passage import Passage
from teachback.pages.gates.standard import standard, whole_words
from teachback.pages.reading import grade, is_everyday, plain, sentences

_LINKED = re.compile(r"\[([^\]]*)\]\(#term-([A-Za-z0-9_-]+)\)")
_CITATION = re.compile(r"\[[^\]]*\]\((?!#term-)[^)]*\)")
_SAY = re.compile(r"[A-Za-z]*[A-Z]{2,}[A-Za-z]*")


def terms_open(draft: Draft, glossary: Mapping[str, Term]) -> Iterator[Mistake]:
    """Yield the words of the glossary that stand on a page before their link to the meaning."""
    body = [passage for passage in draft.passages if passage.kind != "heading"]
    for passage in draft.passages:
        for _, name in _LINKED.findall(passage.text):
            if name not in glossary:
                message = f"'{name}' is not a term of the glossary; correct it, or add it there"
                yield passage.mistake(message)
    for term, (passage, word) in _first_uses(body, glossary).items():
        if term not in {name for _, name in _LINKED.findall(passage.text)}:
            message = f"'{word}' stands here first, without its meaning"
            yield passage.mistake(f"{message}; write [{word}](#term-{term})")


def _first_uses(
    body: Iterable[Passage], glossary: Mapping[str, Term]
) -> dict[str, tuple[Passage, str]]:
    """Return for each term where it stands first; a longer term hides a shorter one in it."""
    found: dict[str, tuple[Passage, str]] = {}
    forms = {form.lower(): term.id for term in glossary.values() for form in term.forms}
    longest = sorted(forms, key=len, reverse=True)
    pattern = whole_words("|".join(map(re.escape, longest)) or "(?!)")
    for passage in body:
        words = _LINKED.sub(r"\1", _CITATION.sub("", passage.text))
        for use in pattern.finditer(words):
            found.setdefault(forms[use[0].lower()], (passage, use[0]))
    return found


def well_told(term: Term) -> Iterator[str]:
    """Yield what is wrong with an entry of the glossary."""
    limits = standard().limits
    words = sum(map(len, sentences(term.plain)))
    if words > limits.definition_words:
        yield f"its meaning has {words} words, at most {limits.definition_words}; shorten it"
    if (found := grade(term.plain)) > limits.definition_grade:
        yield f"its meaning reads at grade {found:.1f}, at most {limits.definition_grade:.0f}"
    unheard = [
        word for word in re.findall(r"[A-Za-z]{4,}", plain(term.term)) if not is_everyday(word)
    ]
    if unheard and not term.say:
        yield f"nobody knows how '{unheard[0]}' sounds; add 'say', as in muh-TAS-tuh-sis"
    if term.say and not _SAY.search(term.say):
        yield f"'{term.say}' does not show which part is loud; write that part in capitals"
