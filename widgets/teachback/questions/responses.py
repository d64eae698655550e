"""Responses as other programs write them, read strictly: their ids are any strings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from teachback.errors import AnswerError

SHOWN = 60  # characters of a wrong value in a message


@dataclass(frozen=True)
class Place:
    """A part of a response: what may stand there, and how much of it."""

    name: str
    allowed: tuple[str, ...]
    many: bool = False
    most: int | None = None
    pool: str | None = None

    def elements(self, value: object) -> list[str]:
        """Return what was chosen here, each element named with its pool or place.

        Raises:
            AnswerError: if it does not fit.
        """
        if self.many:
            if not isinstance(value, list):
                msg = f"{self.name}: expected a list, found {_shown(value)}"
                raise AnswerError(msg)
            chosen = list(dict.fromkeys(self._known(one) for one in value))
        else:
            chosen = [] if value is None else [self._known(value)]
        if self.most is not None and len(chosen) > self.most:
            msg = f"{self.name}: {len(chosen)} picks, at most {self.most} are allowed"
            raise AnswerError(msg)
        return [self.element(one) for one in chosen]

    def element(self, one: str) -> str:
        """Return the element of one option at this place."""
        return json.dumps([self.pool or self.name, one])

    def every(self) -> list[str]:
        """Return all elements of this place."""
        return [self.element(one) for one in self.allowed]

    def _known(self, value: object) -> str:
        if isinstance(value, str) and value in self.allowed:
            return value
        msg = f"{self.name}: {_shown(value)} is not one of the options"
        raise AnswerError(msg)


@dataclass(frozen=True)
class Response:
    """The places of a response; a single place without a name is the response itself."""

    places: tuple[Place, ...]
    flat: bool = False

    def read(self, value: object) -> dict[str, list[str]]:
        """Return the elements of each place.

        Raises:
            AnswerError: if a place is unknown or does not hold what it may.
        """
        if self.flat:
            return {place.name: place.elements(value) for place in self.places}
        if not isinstance(value, Mapping):
            msg = f"expected an object, found {_shown(value)}"
            raise AnswerError(msg)
        names = {place.name for place in self.places}
        if unknown := [name for name in value if name not in names]:
            msg = f"{_shown(unknown[0])} is no part of this item"
            raise AnswerError(msg)
        return {p.name: p.elements(value[p.name]) if p.name in value else [] for p in self.places}


def _shown(value: object) -> str:
    return repr(value)[:SHOWN]
