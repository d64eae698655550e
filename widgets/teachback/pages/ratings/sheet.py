"""A rating sheet: for every item of two instruments, whether a page meets it, and why."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml
from pydantic import Field, RootModel, model_validator

from teachback.model import Id, StrictModel, Text
from teachback.pages.gates import Draft

BY = "self-rated, not by two independent raters"
"""What every sheet says of itself (HL-01 and HL-02 ask for two raters who did not write)."""


class Part(StrictModel):
    """A score of an instrument, and the least that a page must reach."""

    id: Id
    name: Text
    least: int


class Item(StrictModel):
    """One thing that an instrument asks of a page."""

    id: Id
    part: Id
    asks: Text
    without: Text | None = Field(default=None, description="When it may be left out.")
    needs: Id | None = Field(default=None, description="An item that must be met for this one.")


class Instrument(StrictModel):
    """A way to rate a page."""

    id: Id
    name: Text
    parts: tuple[Part, ...] = Field(strict=False)
    items: tuple[Item, ...] = Field(strict=False)


class Rating(RootModel[tuple[Literal["yes", "no", "n/a"], Text]]):
    """Whether a page meets an item, and why."""

    @property
    def mark(self) -> str:
        """Yes, no, or n/a."""
        return self.root[0]

    @property
    def why(self) -> str:
        """The reason, in a sentence."""
        return self.root[1]


class Sheet(StrictModel):
    """The rating of one page, with the day, and the hash of the text that was rated."""

    page: Text
    rated: date
    text: Text
    waived: Text | None = Field(default=None, description="Why a score may be too low.")
    pemat: dict[str, Rating]
    cci: dict[str, Rating]

    @model_validator(mode="before")
    @classmethod
    def _lists(cls, value: Any) -> Any:
        """Take a rating as it is written, a list of two."""
        if not isinstance(value, dict):
            return value
        return {key: _pairs(one) if isinstance(one, dict) else one for key, one in value.items()}

    @model_validator(mode="after")
    def _complete(self) -> Sheet:
        for one in instruments():
            if wrong := list(_wrong(one, self.of(one))):
                msg = f"{one.name}: {'; '.join(wrong)}"
                raise ValueError(msg)
        return self

    def of(self, instrument: Instrument) -> Mapping[str, Rating]:
        """Return the ratings by one instrument."""
        return {"pemat": self.pemat, "cci": self.cci}[instrument.id]

    def score(self, instrument: Instrument, part: Part) -> int:
        """Return how many of 100 applicable items are met, rounded down."""
        marks = [
            self.of(instrument)[item.id].mark for item in instrument.items if item.part == part.id
        ]
        counted = [mark for mark in marks if mark != "n/a"]
        return 100 * counted.count("yes") // max(len(counted), 1)

    def wrong_scores(self) -> Iterator[str]:
        """Yield each score that is too low without a reason, or a reason without such a score."""
        low = list(self._low())
        if not self.waived:
            yield from low
        elif not low:
            yield "no score is too low; remove 'waived'"

    def _low(self) -> Iterator[str]:
        for one in instruments():
            not_met = [name for name, rating in self.of(one).items() if rating.mark == "no"]
            for part in one.parts:
                if (score := self.score(one, part)) < part.least:
                    message = f"{one.name} {part.name.lower()} {score}, at least {part.least}"
                    message += f"; not met: {', '.join(not_met)}"
                    yield f"{message}; mend the page, or say why not under 'waived'"


def _pairs(value: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(one) if isinstance(one, list) else one for key, one in value.items()}


def _wrong(instrument: Instrument, ratings: Mapping[str, Rating]) -> Iterator[str]:
    items = {item.id: item for item in instrument.items}
    if strange := sorted(ratings.keys() ^ items.keys()):
        yield f"missing or unknown: {', '.join(strange)}"
        return
    for item in instrument.items:
        mark = ratings[item.id].mark
        if mark == "n/a" and not item.without:
            yield f"{item.id} cannot be left out"
        if mark == "yes" and item.needs and ratings[item.needs].mark != "yes":
            yield f"{item.id} cannot be met without {item.needs}"


@cache
def instruments() -> tuple[Instrument, ...]:
    """Return the two instruments; they are part of the package."""
    text = files(__package__).joinpath("instruments.yaml").read_text(encoding="utf-8")
    return tuple(Instrument.model_validate(one) for one in yaml.safe_load(text)["instruments"])


def text_hash(draft: Draft) -> str:
    """Return a short hash of what a page says and shows; citations and spaces may change."""
    said = [f"{passage.kind} {' '.join(passage.plain.split())}" for passage in draft.passages]
    shown = [cell.source for cell in draft.code if "SourceList(" not in cell.source]
    return hashlib.sha256("\n".join([*said, *shown]).encode()).hexdigest()[:12]
