"""Icon arrays: a share of people as rows of squares, as a sentence, and for who cannot see."""

from __future__ import annotations

from typing import Any, Self

from pydantic import TypeAdapter

from teachback.content import Topic
from teachback.model import Share, Source, Text
from teachback.views.blocks import Block, rendered

_TEXT: TypeAdapter[str] = TypeAdapter(Text)
ACROSS = 10
STEP, SIDE = 22, 18


class IconArray(Block):
    """`n` of `of` people as squares in rows of ten, filled from the top left.

    Picture, sentence and text alternative come from the one value `share`: "`n` of `of` `who`
    `when`. The other ones did not." Whole numbers only. The other words are `what` they had,
    `otherwise` for the rest, and about=True if `n` was rounded.

    >>> IconArray(3, who="people had it", when="within 1 year", source="Trial, 2005").sentence
    '3 of 100 people had it within 1 year. The other 97 did not.'

    Raises:
        ValidationError: if n is not a whole number from 0 to `of`, or a word is empty.
    """

    def __init__(
        self, n: int, of: int = 100, *, who: str, when: str, source: Source | str, **words: Any
    ) -> None:
        named = {"who": who, "when": when, **words}
        self.share = Share(n=n, of=of, **named)
        self.source = _TEXT.validate_python(source.name if isinstance(source, Source) else source)

    @property
    def sentence(self) -> str:
        """The one sentence that caption and text alternative say."""
        return self.share.sentence

    @classmethod
    def stated(cls, topic: Topic, figure: str) -> Self:
        """Return the icon array of a figure of the topic.

        Raises:
            KeyError: if the topic has no such figure.
        """
        one = topic.figures[figure]
        words = one.model_dump(include=set(Share.model_fields) - {"n", "of"})
        return cls(one.n, one.of, source=", ".join(topic.names(one.sources)), **words)

    def html(self) -> str:
        """Return the picture with its sentence below."""
        return rendered("icon_array.html.j2", arrays=[self.drawn()])

    def drawn(self) -> dict[str, Any]:
        """Return what the template draws."""
        share = self.share
        cells = [(i % ACROSS * STEP, i // ACROSS * STEP, i < share.n) for i in range(share.of)]
        height = -(-share.of // ACROSS) * STEP
        return {"share": share, "cells": cells, "side": SIDE, "box": f"0 0 220 {height}"} | {
            "source": self.source
        }

    def __repr__(self) -> str:
        return f"IconArray({self.share.n} of {self.share.of})"


class IconArrays(Block):
    """Two figures of the topic side by side, on the same scale.

    Raises:
        KeyError: if the topic has no such figure.
        ValueError: if the two are not out of the same number.
    """

    def __init__(self, topic: Topic, first: str, second: str) -> None:
        self.arrays = _on_one_scale([IconArray.stated(topic, one) for one in (first, second)])

    @classmethod
    def of(cls, *arrays: IconArray) -> Self:
        """Return icon arrays side by side that are no figures of a topic."""
        beside = cls.__new__(cls)
        beside.arrays = _on_one_scale(list(arrays))
        return beside

    def html(self) -> str:
        """Return both pictures with their sentences."""
        return rendered("icon_array.html.j2", arrays=[one.drawn() for one in self.arrays])

    def __repr__(self) -> str:
        return f"IconArrays({', '.join(map(repr, self.arrays))})"


def _on_one_scale(arrays: list[IconArray]) -> list[IconArray]:
    if len({one.share.of for one in arrays}) > 1:
        msg = f"{arrays} are not out of the same number; show them one by one"
        raise ValueError(msg)
    return arrays
