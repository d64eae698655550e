"""The contract of a question type.

A type is one file. It says which control answers it (`control`), what each chosen element is
worth (`scoring`) and why (`reasons`). Marking, the sheet and the views follow from these three.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import Field

from teachback.model import Answer, Control, Id, StrictModel, Text


@dataclass(frozen=True)
class Term:
    """Points that are earned, or lost, when all of `elements` were chosen."""

    points: int
    elements: tuple[str, ...]


@dataclass(frozen=True)
class Scoring:
    """How an answer is scored: groups of terms; no group can fall below zero.

    Source: NCSBN's rules 0/1, plus-minus and rationale, as the standards (4.2) give them.
    """

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


class ReasonedOption(StrictModel):
    """An option of a question: its words under `right` or `wrong`, and why."""

    id: Id
    right: Text | None = None
    wrong: Text | None = None
    why: Text = Field(description="What a person who looks at this option should learn.")

    def model_post_init(self, _context: object, /) -> None:
        """Refuse an option that is both right and wrong, or neither."""
        if (self.right is None) == (self.wrong is None):
            msg = f"option '{self.id}' needs its words under exactly one of 'right' and 'wrong'"
            raise ValueError(msg)

    @property
    def text(self) -> str:
        """The words of the option."""
        return self.right or self.wrong or ""


class Question(StrictModel):
    """Something that is asked, with a score and a reason for every answer to it."""

    id: Id
    type: str
    ask: Text
    red_flag: bool = Field(default=False, description="A safety item: the right action shows.")
    facts: tuple[Id, ...] = Field(min_length=1, strict=False)

    @abstractmethod
    def control(self) -> Control:
        """Return the control that answers this question."""

    @abstractmethod
    def scoring(self) -> Scoring:
        """Return what each element of an answer is worth."""

    @abstractmethod
    def reasons(self) -> Mapping[str, str]:
        """Return why, for every element that can be chosen."""

    @abstractmethod
    def key(self) -> Answer:
        """Return the right answer."""

    def elements(self, answer: Answer) -> tuple[str, ...]:
        """Return what was chosen in `answer`, element by element."""
        return (answer,) if isinstance(answer, str) else answer
