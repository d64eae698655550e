"""Controls: the shapes that an answer can have.

A question or a symptom declares a control; a view draws controls and knows nothing else.
An answer is a plain value made of ids, never of positions. What an answer is made of, for marks
and for reasons, are its elements.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, combinations
from typing import Any, Literal

from pydantic import Field

from teachback.errors import AnswerError
from teachback.model.base import Id, StrictModel, Text

LONGEST_SHOWN = 40  # characters of a refused value in a message

Answer = str | tuple[str, ...] | Mapping[str, Any]
"""An answer as Python keeps it: one id, ids in the order of the options, or both by part."""


class Option(StrictModel):
    """One thing that can be chosen."""

    id: Id
    text: Text


class Control(StrictModel, ABC):
    """The shape of an answer: what may be chosen, and how much of it."""

    kind: str

    @abstractmethod
    def read(self, value: object) -> Answer:
        """Return `value`, as it came from outside, as an answer of this control.

        Raises:
            AnswerError: if the control does not allow it.
        """

    @abstractmethod
    def every_answer(self) -> Iterator[Answer]:
        """Yield every answer that this control allows, the empty one included if there is one."""

    @abstractmethod
    def elements(self, answer: Answer) -> tuple[str, ...]:
        """Return what was chosen in `answer`, element by element."""


class Options(Control):
    """A control that offers a list."""

    options: tuple[Option, ...] = Field(min_length=2, strict=False)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the options, in their order."""
        return tuple(option.id for option in self.options)

    def _known(self, value: object) -> str:
        if isinstance(value, str) and value in self.ids:
            return value
        msg = f"{shown(value)} is not one of the options {', '.join(self.ids)}"
        raise AnswerError(msg)


class PickOne(Options):
    """Exactly one option.

    >>> pick = PickOne(options=[Option(id="a", text="Yes"), Option(id="b", text="No")])
    >>> pick.read("b")
    'b'
    """

    kind: Literal["pick_one"] = "pick_one"

    def read(self, value: object) -> str:
        """Return the id that was picked."""
        return self._known(value)

    def every_answer(self) -> Iterator[str]:
        """Yield each option's id."""
        yield from self.ids

    def elements(self, answer: Answer) -> tuple[str, ...]:
        """Return the one id."""
        return (str(answer),)


class PickMany(Options):
    """Any number of options up to `most`, none at all included; a repeated id counts once.

    >>> pick = PickMany(options=[Option(id="a", text="One"), Option(id="b", text="Two")])
    >>> pick.read(["b", "a", "b"])
    ('a', 'b')
    """

    kind: Literal["pick_many", "highlight"] = "pick_many"
    most: int | None = Field(default=None, ge=1)

    def read(self, value: object) -> tuple[str, ...]:
        """Return the ids that were picked, in the order of the options."""
        if not isinstance(value, (list, tuple)):
            msg = f"a list of option ids is needed, not {type(value).__name__}"
            raise AnswerError(msg)
        picked = {self._known(one) for one in value}
        if self.most is not None and len(picked) > self.most:
            msg = f"{len(picked)} options are chosen, at most {self.most} are allowed"
            raise AnswerError(msg)
        return tuple(one for one in self.ids if one in picked)

    def every_answer(self) -> Iterator[tuple[str, ...]]:
        """Yield each subset of the options that is not too large."""
        sizes = range(min(self.most or len(self.ids), len(self.ids)) + 1)
        yield from chain.from_iterable(combinations(self.ids, size) for size in sizes)

    def elements(self, answer: Answer) -> tuple[str, ...]:
        """Return the ids."""
        return tuple(answer)


def shown(value: object) -> str:
    """Return a refused value, cut short, for a message."""
    return repr(value)[:LONGEST_SHOWN]


@cache
def yes_no_unsure() -> PickOne:
    """Return the control of a symptom: yes, no or not sure; nothing is chosen ahead."""
    words = {"yes": "Yes", "no": "No", "unsure": "Not sure"}
    return PickOne(options=tuple(Option(id=key, text=text) for key, text in words.items()))
