"""Figures of survival stand only where somebody chose to see them (DS-01).

Which facts hold them is said in facts.yaml: `opt_in: true`. What those facts alone say in numbers
may stand nowhere else, and no number at all beside a word of life and death.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from teachback.content import Topic
from teachback.errors import Mistake
from teachback.model import Fact
from teachback.pages.gates.draft import Draft
from teachback.pages.gates.passage import Passage
from teachback.pages.gates.standard import standard, whole_words

_AMOUNT = re.compile(r"\d+(?:\.\d+)?(?: of \d+| percent| months?| years?)")
_NUMBER = re.compile(r"\d")
FOUND = "is a figure of survival; only a page with 'opt_in' may show it"


def hidden_facts(topic: Topic) -> frozenset[str]:
    """Return the facts that only those meet who chose to."""
    return frozenset(fact.id for fact in topic.facts.values() if fact.opt_in)


def survival_figures(facts: Iterable[Fact]) -> Callable[[Passage], Iterator[str]]:
    """Return a gate for passages that anybody may meet."""
    told: set[str] = set()
    hidden: set[str] = set()
    for fact in facts:
        amounts = _AMOUNT.findall(f"{fact.plain} {fact.statement}")
        (hidden if fact.opt_in else told).update(amounts)
    secret = sorted(hidden - told)
    pattern = whole_words("|".join(map(re.escape, secret)) or "(?!)")

    def gate(passage: Passage) -> Iterator[str]:
        for sentence in map(" ".join, passage.sentences):
            word = standard().survival.search(sentence)
            if word and _NUMBER.search(sentence):
                yield f"a number beside '{word[0]}' {FOUND}"
        if amount := pattern.search(passage.plain):
            yield f"'{amount[0]}' {FOUND}"

    return gate


def shows_hidden(draft: Draft, topic: Topic) -> Iterator[Mistake]:
    """Yield what a page for everybody teaches, draws or asks of the hidden facts."""
    hidden = hidden_facts(topic)
    for cell in draft.node.cells:
        for fact in hidden.intersection(draft.named(cell.get("id", ""), "facts")):
            yield draft.at(cell, f"'{fact}' {FOUND}")
    for cell, name in draft.shown("Quiz", "IconArray", "IconArrays", "Picture", "PlaceMap"):
        shown = hidden.intersection(_facts_of(topic, name))
        if shown:
            yield draft.at(cell, f"'{name}' tells {', '.join(sorted(shown))}, which {FOUND}")


def _facts_of(topic: Topic, name: str) -> set[str]:
    """Return the facts behind a quiz, figure or picture of this name."""
    quiz = topic.quizzes.get(name)
    found = {fact for question in (quiz.questions if quiz else ()) for fact in question.facts}
    for one in (topic.figures.get(name), topic.pictures.get(name)):
        found |= set(one.facts) if one else set()
    return found
