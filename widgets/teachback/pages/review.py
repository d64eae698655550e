"""Reviewing a notebook as it is written: every gate that a page must pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from teachback.content import Topic
from teachback.errors import Mistake, PageError
from teachback.pages.gates import Draft
from teachback.pages.gates.claims import facts_known, figures_without_source, founded, founded_on
from teachback.pages.gates.language import page_language, too_hard, too_much
from teachback.pages.gates.numbers import denominators, numbers
from teachback.pages.gates.passage import Passage
from teachback.pages.gates.structure import built_for_reading, citations_listed, skipped_levels
from teachback.pages.gates.survival import shows_hidden, survival_figures
from teachback.pages.gates.terms import terms_open
from teachback.pages.gates.voice import passive_share
from teachback.pages.gates.words import chance_words, hard_words, never_words
from teachback.pages.reading import grade, smog

MOST_CODE_LINES = 3

Gate = Callable[[Passage], Iterator[str]]


@dataclass(frozen=True)
class PageReport:
    """What reviewing one notebook found: its measures, the facts it teaches, its mistakes."""

    notebook: str
    audience: str
    grade: float
    words: int
    figures_without_source: int
    facts: frozenset[str]
    mistakes: tuple[Mistake, ...]
    draft: Draft | None = None
    smog: float | None = None
    smog_explained: float | None = None

    def measures(self) -> dict[str, object]:
        """Return the measures in the shape of the contracts.

        The SMOG grades are null for fewer than thirty sentences; in the second, words do not
        count that the page explains.
        """
        return {
            "audience": self.audience,
            "grade": self.grade,
            "smog": self.smog,
            "smog_explained": self.smog_explained,
            "words": self.words,
            "figures_without_source": self.figures_without_source,
        }


def review(path: Path, shown_as: str, topic: Topic) -> PageReport:
    """Return the report of one notebook."""
    try:
        draft = Draft.read(path, shown_as)
    except PageError as error:
        mistake = Mistake(shown_as, 1, "file", f"is not a valid notebook ({error})")
        return PageReport(shown_as, "", 0.0, 0, 0, frozenset(), (mistake,))
    unsourced = list(figures_without_source(draft))
    found = [*_for_everybody(draft, topic), *unsourced]
    if draft.for_patients:
        found += _for_patients(draft, topic)
    return PageReport(
        notebook=shown_as,
        audience=draft.about.get("audience", ""),
        grade=round(grade(draft.prose), 1),
        smog=_rounded(smog(draft.prose)),
        smog_explained=_rounded(smog(draft.prose, explained(topic))),
        words=sum(passage.words for passage in draft.passages),
        figures_without_source=len(unsourced),
        facts=frozenset(
            fact for cell in draft.node.cells for fact in draft.named(cell.id, "facts")
        ),
        mistakes=tuple(found),
        draft=draft,
    )


def explained(topic: Topic) -> frozenset[str]:
    """Return the words whose meaning opens in place, in lower case."""
    forms = [form for term in topic.glossary.values() for form in term.forms]
    return frozenset(word for form in forms for word in form.lower().split())


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 1)


def of_words(topic: Topic) -> tuple[Gate, ...]:
    """Return the gates of every text that patients meet, on a page or elsewhere."""
    forms = frozenset(form.lower() for term in topic.glossary.values() for form in term.forms)
    return (too_hard, too_much, never_words, chance_words, hard_words(forms), numbers)


def _for_everybody(draft: Draft, topic: Topic) -> Iterator[Mistake]:
    if not draft.node.metadata.get("title"):
        message = "no title; add 'title' to the notebook's metadata"
        yield draft.whole("metadata", message)
    yield from facts_known(draft, topic)
    yield from citations_listed(draft, set(topic.sources))
    yield from skipped_levels(draft)
    yield from founded(draft, founded_on(topic))
    for cell in draft.code:
        if len(cell.source.splitlines()) > MOST_CODE_LINES:
            yield draft.at(cell, f"has more than {MOST_CODE_LINES} lines of code; move it down")


def _for_patients(draft: Draft, topic: Topic) -> Iterator[Mistake]:
    yield from page_language(draft, explained(topic))
    yield from built_for_reading(draft)
    yield from passive_share(draft)
    yield from denominators(draft, {name: one.of for name, one in topic.figures.items()})
    yield from terms_open(draft, topic.glossary)
    gates = of_words(topic)
    if not draft.opt_in:
        yield from shows_hidden(draft, topic)
        gates = (*gates, survival_figures(topic.facts.values()))
    for passage in draft.passages:
        yield from (passage.mistake(message) for gate in gates for message in gate(passage))
