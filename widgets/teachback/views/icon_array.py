"""Icon arrays: a share of people as rows of squares, as a sentence, and for who cannot see."""

from __future__ import annotations

from typing import Any, Self

from teachback.content import Topic
from teachback.model import Share, Source
from teachback.views.blocks import Block, rendered

ACROSS = 10
STEP, SIDE = 22, 18


class IconArray(Block):
    """`n` of `of` people as squares in rows of ten, filled from the top left.

    Picture, sentence and text alternative come from the one value `share`. Whole numbers only.

    Raises:
        ValidationError: if n is not a whole number from 0 to `of`, or words are missing.
    """

    def __init__(self, n: int, of: int = 100, *, source: Source, **words: Any) -> None:
        """Take who, what, otherwise and when as words, and about=True if `n` was rounded."""
        self.share = Share(n=n, of=of, **words)
        self.source = source.name

    @classmethod
    def stated(cls, topic: Topic, figure: str) -> Self:
        """Return the icon array of a figure of the topic.

        Raises:
            KeyError: if the topic has no such figure.
        """
        one = topic.figures[figure]
        words = one.model_dump(include={"who", "what", "otherwise", "when", "about"})
        array = cls(one.n, one.of, source=topic.sources[one.sources[0]], **words)
        array.source = ", ".join(topic.names(one.sources))
        return array

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
        self.arrays = [IconArray.stated(topic, one) for one in (first, second)]
        if len({one.share.of for one in self.arrays}) > 1:
            msg = f"{first} and {second} are not out of the same number; show them one by one"
            raise ValueError(msg)

    def html(self) -> str:
        """Return both pictures with their sentences."""
        return rendered("icon_array.html.j2", arrays=[one.drawn() for one in self.arrays])

    def __repr__(self) -> str:
        return f"IconArrays({', '.join(map(repr, self.arrays))})"
