"""Controls that are made of others: blanks to fill, rows of a table, groups, passages of a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from types import MappingProxyType
from typing import Any, Literal

from pydantic import Field

from teachback.errors import AnswerError
from teachback.model.base import Id, StrictModel, Text
from teachback.model.controls import Answer, Control, PickMany, PickOne, shown


class Part(StrictModel):
    """One place of an answer, with its own control.

    Parts with the same `pool` are interchangeable: what was chosen counts, not in which of them.
    """

    id: Id
    label: Text
    control: PickOne | PickMany
    pool: Id | None = None

    def elements(self, answer: Any) -> tuple[str, ...]:
        """Return what was chosen here, each named with its pool or part."""
        chosen = () if answer is None else self.control.elements(answer)
        return tuple(f"{self.pool or self.id}:{one}" for one in chosen)


class Parts(Control):
    """Several named parts, answered each by itself; a part of one option may stay open.

    `look` says how a view arranges them: a list of groups, blanks in the sentence `text` (written
    there as `[part]`), the columns or the rows of a table, or three labelled columns.
    """

    kind: Literal["parts"] = "parts"
    look: Literal["groups", "sentence", "rows", "columns", "list", "bow_tie"]
    parts: tuple[Part, ...] = Field(min_length=1, strict=False)
    text: Text | None = None
    headings: tuple[Text, ...] = Field(default=(), strict=False)

    def read(self, value: object) -> Mapping[str, Any]:
        """Return the answers of all parts, in their order; what is open is None."""
        if not isinstance(value, Mapping):
            msg = f"answers by part are needed, not {type(value).__name__}"
            raise AnswerError(msg)
        ids = [part.id for part in self.parts]
        for name in value:
            if name not in ids:
                msg = f"{shown(name)} is not one of the parts {', '.join(ids)}"
                raise AnswerError(msg)
        return MappingProxyType({part.id: _read(part, value.get(part.id)) for part in self.parts})

    def every_answer(self) -> Iterator[Mapping[str, Any]]:
        """Yield each combination of the parts' answers, open ones included."""
        for answers in product(*(_every(part) for part in self.parts)):
            ids = (part.id for part in self.parts)
            yield MappingProxyType(dict(zip(ids, answers, strict=True)))

    def elements(self, answer: Answer) -> tuple[str, ...]:
        """Return what was chosen in all parts; in a pool each option counts once."""
        assert isinstance(answer, Mapping)  # noqa: S101  what `read` returns
        found = (one for part in self.parts for one in part.elements(answer[part.id]))
        return tuple(dict.fromkeys(found))


def _read(part: Part, value: object) -> Answer | None:
    if value is None and isinstance(part.control, PickMany):
        return ()
    try:
        return None if value is None else part.control.read(value)
    except AnswerError as error:
        msg = f"{part.id}: {error}"
        raise AnswerError(msg) from error


def _every(part: Part) -> Iterator[Any]:
    if isinstance(part.control, PickOne):
        yield None
    yield from part.control.every_answer()


class Piece(StrictModel):
    """A piece of running text; with an `option` it can be marked."""

    text: Text
    option: Id | None = None


class Line(StrictModel):
    """A paragraph, or with a title a row of a table, made of pieces."""

    title: Text | None = None
    pieces: tuple[Piece, ...] = Field(min_length=1, strict=False)


class Highlight(PickMany):
    """Passages of a text, any number of which can be marked."""

    kind: Literal["highlight"] = "highlight"
    lines: tuple[Line, ...] = Field(min_length=1, strict=False)


class EnterNumber(Control):
    """A number with one of some units, written as value and unit.

    >>> EnterNumber(units=["mg"], least=0, most=10).read({"value": 4, "unit": "mg"})
    mappingproxy({'value': 4.0, 'unit': 'mg'})
    """

    kind: Literal["enter_number"] = "enter_number"
    units: tuple[Text, ...] = Field(min_length=1, strict=False)
    least: float
    most: float

    def read(self, value: object) -> Mapping[str, Any]:
        """Return the number and its unit."""
        if not isinstance(value, Mapping) or set(value) != {"value", "unit"}:
            msg = f"a value and a unit are needed, not {shown(value)}"
            raise AnswerError(msg)
        number, unit = value["value"], value["unit"]
        if unit not in self.units:
            msg = f"{shown(unit)} is not one of the units {', '.join(self.units)}"
            raise AnswerError(msg)
        if type(number) not in {int, float} or not self.least <= number <= self.most:
            msg = f"{shown(number)} is not a number from {self.least:g} to {self.most:g}"
            raise AnswerError(msg)
        return MappingProxyType({"value": float(number), "unit": unit})

    def every_answer(self) -> Iterator[Mapping[str, Any]]:
        """Yield a hundred steps over the whole range, in each unit; no list could be complete."""
        step = (self.most - self.least) / 100
        for unit in self.units:
            for number in range(101):
                yield MappingProxyType({"value": self.least + number * step, "unit": unit})

    def elements(self, answer: Answer) -> tuple[str, ...]:  # noqa: ARG002  the question's to say
        """Return nothing: what a number means is the question's to say."""
        return ()
