"""The contract of a question type.

A type is one file. It says which control answers it (`control`), what each chosen element is
worth (`scoring`), why (`reasons`) and which answer is right (`key`). Marking, the sheet and the
views follow from these four.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any, Literal
from zlib import crc32

from pydantic import Field, model_validator

from teachback.model import Answer, Control, Id, Option, StrictModel, Text
from teachback.questions.exhibit import Exhibit
from teachback.questions.scoring import Scoring

WORDS_OF_AN_ID = 6
LONGEST_ID = 55

Step = Literal[
    "recognise_cues",
    "analyse_cues",
    "prioritise_hypotheses",
    "generate_solutions",
    "take_action",
    "evaluate_outcomes",
]
"""The steps of the clinical judgment measurement model, layer 3 (standards 4.1)."""


class Reasoned(StrictModel):
    """Something to choose: its words under `right` or `wrong`, and why.

    Without an id of its own it is named after its words, so that changed words are a new option.
    """

    id: Id
    right: Text | None = None
    wrong: Text | None = None
    why: Text = Field(description="What a person who looks at this option should learn.")

    @model_validator(mode="before")
    @classmethod
    def _named(cls, value: Any) -> Any:
        if not isinstance(value, dict) or "id" in value:
            return value
        words = value.get("right") or value.get("wrong")
        return {"id": id_of(words), **value} if isinstance(words, str) else value

    def model_post_init(self, _context: object, /) -> None:
        """Refuse an option that is both right and wrong, or neither."""
        if (self.right is None) == (self.wrong is None):
            msg = f"option '{self.id}' needs its words under exactly one of 'right' and 'wrong'"
            raise ValueError(msg)

    @property
    def text(self) -> str:
        """The words of the option."""
        return self.right or self.wrong or ""


def id_of(words: str) -> str:
    """Return an id made of the first words of a text; what it leaves out shows as a check sum.

    >>> id_of("Call 911 now, and lie still.")
    'call_911_now_and_lie_still'
    >>> id_of("It is in a bone, so it is stage 4.")
    'it_is_in_a_bone_so_5217'
    """
    found = re.findall(r"[a-z0-9]+", words.lower())
    name = "_".join(found[:WORDS_OF_AN_ID])[:LONGEST_ID]
    if name != "_".join(found):
        name += f"_{crc32(' '.join(found).encode()) & 0xFFFF:04x}"
    return name if name[:1].isalpha() else f"o_{name}"


class Question(StrictModel):
    """Something that is asked, with a score and a reason for every answer to it."""

    id: Id
    type: str
    ask: Text
    red_flag: bool = Field(default=False, description="A safety item: the right action shows.")
    facts: tuple[Id, ...] = Field(min_length=1, strict=False)
    ordered: bool = Field(default=False, description="Options are a scale; never mix them.")
    hint: Text | None = Field(default=None, description="At most one, and only when asked for.")
    objective: Id | None = None
    bloom: Literal["remember", "understand", "apply", "analyse", "evaluate", "create"] | None = None
    step: Step | None = Field(default=None, description="Its step, as part of a case study.")
    exhibit: Exhibit | None = Field(default=None, description="A chart; over time it is a trend.")
    variant_of: Id | None = Field(default=None, description="Asked in turn with that question.")
    read_more: Text | None = Field(default=None, description="Notebook to read after a miss.")

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
        return self.control().elements(answer)

    def choices(self) -> Mapping[str, str]:
        """Return the words of every element, as a reason names them."""
        return {}

    def ranges(self) -> tuple[tuple[str, str, float, float], ...]:
        """Return element, unit, least and most of each range of numbers; most types have none."""
        return ()

    @property
    def item_type(self) -> str:
        """The type's name in the nursing tests' terms."""
        return "trend" if self.exhibit and self.exhibit.over_time else self.type


def drawn(options: Iterable[Reasoned]) -> tuple[Option, ...]:
    """Return options as a control shows them: no key, no reason."""
    return tuple(Option(id=option.id, text=option.text) for option in options)


def right_ids(options: Iterable[Reasoned]) -> tuple[str, ...]:
    """Return the ids of the right options, in their order."""
    return tuple(option.id for option in options if option.right is not None)


def wrong_ids(options: Iterable[Reasoned]) -> tuple[str, ...]:
    """Return the ids of the other options, in their order."""
    return tuple(option.id for option in options if option.right is None)


def require_right(options: Iterable[Reasoned], count: int | None = None, where: str = "") -> None:
    """Refuse options of which not exactly `count`, or without it none at all, are right.

    Raises:
        ValueError: saying how many were found.
    """
    found = len(right_ids(options))
    at = f"{where}: " if where else ""
    if count is not None and found != count:
        words = "one option" if count == 1 else f"{count} options"
        msg = f"{at}needs exactly {words} under 'right', found {found}"
        raise ValueError(msg)
    if not found:
        msg = f"{at}needs at least one option under 'right', found none"
        raise ValueError(msg)
