"""Blocks to look things up in: the glossary, all sources, and the parts of a picture."""

from __future__ import annotations

from teachback.content import Topic
from teachback.views.blocks import GRADES, Block, Picture, rendered


class Glossary(Block):
    """Every hard word of the topic with its plain meaning, from A to Z."""

    def __init__(self, topic: Topic) -> None:
        self.terms = sorted(topic.glossary.values(), key=lambda term: term.term.lower())

    def html(self) -> str:
        """Return the words as a list of terms."""
        return rendered("glossary.html.j2", terms=self.terms)

    def __repr__(self) -> str:
        return f"Glossary({len(self.terms)} words)"


class Bibliography(Block):
    """Every source of the topic, with how well it is founded."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic

    def html(self) -> str:
        """Return the sources in the order of their names."""
        sources = sorted(self.topic.sources.values(), key=lambda source: source.name.lower())
        return rendered(
            "bibliography.html.j2", sources=sources, grades=GRADES, about=self.topic.about
        )

    def __repr__(self) -> str:
        return f"Bibliography({len(self.topic.sources)} sources)"


class PlaceMap(Picture):
    """A picture with what each of its parts can mean; a part or its name opens the words.

    Raises:
        KeyError: if the topic has no such picture.
    """

    def html(self) -> str:
        """Return the picture, and a list of notes that open; tapping a part needs a script."""
        places = [(one, ", ".join(self.topic.names(one.sources))) for one in self.picture.places]
        return rendered("place_map.html.j2", picture=super().html(), places=places)

    def __repr__(self) -> str:
        return f"PlaceMap({self.picture.id!r}, {len(self.picture.places)} places)"
