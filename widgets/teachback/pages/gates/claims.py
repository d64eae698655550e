"""From a paragraph to the facts behind it: what a page claims, the brief must say.

A cell's metadata names the facts it teaches, under `facts`, and the rules of the checklist that it
tells, under `rules`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from teachback.content import Topic
from teachback.errors import Mistake
from teachback.pages.gates.draft import Draft
from teachback.pages.gates.passage import Passage
from teachback.pages.markdown import citations

SHORTEST = 5  # words; a label such as "Stage 4" states nothing


@dataclass(frozen=True)
class Claim:
    """A passage that cites sources, and what its cell names that rests on one of them."""

    passage: Passage
    behind: tuple[str, ...]
    sources: tuple[str, ...]

    def row(self) -> tuple[str, ...]:
        """Return page, heading, first words, facts and sources, to be printed."""
        one = self.passage
        return (one.file, one.section, one.opening, " ".join(self.behind), " ".join(self.sources))


def founded_on(topic: Topic) -> dict[str, tuple[str, ...]]:
    """Return the sources of each fact and each rule of a topic."""
    facts = {fact.id: fact.sources for fact in topic.facts.values()}
    return facts | {rule.id: rule.sources for rule in topic.checklist.rules}


def claims(draft: Draft, known: Mapping[str, tuple[str, ...]]) -> Iterator[Claim]:
    """Yield every passage of a page that cites something, in the order of reading."""
    for passage in draft.passages:
        if sources := tuple(dict.fromkeys(citations(passage.text))):
            named = (*draft.named(passage.cell, "facts"), *draft.named(passage.cell, "rules"))
            behind = (one for one in named if set(sources) & set(known.get(one, ())))
            yield Claim(passage, tuple(behind), sources)


def founded(draft: Draft, known: Mapping[str, tuple[str, ...]]) -> Iterator[Mistake]:
    """Yield passages that cite a source on which nothing rests that their cell names.

    Sources beyond facts and rules stand in the notebook's metadata, under `extra_sources`.
    """
    extra = set(draft.about.get("extra_sources", ()))
    for claim in claims(draft, known):
        behind = {source for one in claim.behind for source in known[one]}
        strange = [source for source in claim.sources if source not in behind | extra]
        if strange:
            message = f"cites {', '.join(strange)}, on which no fact or rule of this cell rests"
            place = claim.passage
            yield place.mistake(f"{message}: {place.opening!r}; name it in the cell's metadata")


def facts_known(draft: Draft, topic: Topic) -> Iterator[Mistake]:
    """Yield names of facts and rules that the topic does not have."""
    rules = {rule.id for rule in topic.checklist.rules}
    for cell in draft.node.cells:
        for kind, known in (("fact", topic.facts.keys()), ("rule", rules)):
            for one in draft.named(cell.get("id", ""), f"{kind}s"):
                if one not in known:
                    yield draft.at(cell, f"'{one}' is not a {kind} of the topic; correct it")


def figures_without_source(draft: Draft) -> Iterator[Mistake]:
    """Yield passages with a figure in a cell that cites nothing.

    List items and table cells may lean on a citation in the same cell.
    """
    for passage in draft.passages:
        has_figure = any(word.isdigit() for words in passage.sentences for word in words)
        short = len(passage.text.split()) < SHORTEST
        if has_figure and not short and not citations(passage.context):
            message = f"states a figure without a source: {passage.opening!r}; cite one"
            yield passage.mistake(message)
