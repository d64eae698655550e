"""Scoring: what the elements of an answer are worth, and the rule of it in plain words.

Source: NCSBN's three rules, 0/1, plus-minus and rationale, as the standards (4.2) give them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """Points that are earned, or lost, when all of `elements` were chosen."""

    points: int
    elements: tuple[str, ...]


@dataclass(frozen=True)
class Scoring:
    """How an answer is scored: groups of terms; no group can fall below zero."""

    groups: tuple[tuple[Term, ...], ...]
    rule: str

    @property
    def maximum(self) -> int:
        """The score of the right answer."""
        return sum(term.points for group in self.groups for term in group if term.points > 0)

    def score(self, chosen: Iterable[str]) -> int:
        """Return the score of the chosen elements, 0 to `maximum`."""
        held = set(chosen)
        return sum(
            max(0, sum(term.points for term in group if held.issuperset(term.elements)))
            for group in self.groups
        )


def one_right(element: str) -> Scoring:
    """Return one point for the only right element."""
    return Scoring(((Term(1, (element,)),),), "One point for the right answer.")


def zero_one(elements: Iterable[str], each: str) -> Scoring:
    """Return one point for each right element and nothing off; `each` names what is counted."""
    terms = tuple(Term(1, (element,)) for element in elements)
    return Scoring((terms,), f"One point for each right {each}. No points off.")


def plus_minus(groups: Iterable[tuple[Iterable[str], Iterable[str]]], place: str = "") -> Scoring:
    """Return plus one for right and minus one for wrong elements, with a floor for each group.

    `groups` holds right and wrong elements; `place` names a group where there are several.
    """
    terms = tuple(
        (*(Term(1, (one,)) for one in right), *(Term(-1, (one,)) for one in wrong))
        for right, wrong in groups
    )
    floor = f" No {place} counts below zero." if place else ""
    rule = f"One point for each right choice, one point off for each other choice.{floor}"
    return Scoring(terms, rule)


def rationale(effect: str, causes: Iterable[str]) -> Scoring:
    """Return one point for each right cause that stands with the right effect: pairs, not words."""
    terms = tuple(Term(1, (effect, cause)) for cause in causes)
    return Scoring((terms,), "A point is earned only when both parts of a pair are right.")
