"""A hard word, in plain words."""

from __future__ import annotations

from pydantic import Field

from teachback.model.base import Id, StrictModel, Text


class Term(StrictModel):
    """A word that readers need: what it means, how to say it, and its other forms in the text."""

    id: Id
    term: Text
    say: Text | None = Field(default=None, description="As written sounds: muh-TAS-tuh-sis.")
    plain: Text
    also: tuple[Text, ...] = Field(default=(), strict=False)
    facts: tuple[Id, ...] = Field(default=(), strict=False)

    @property
    def forms(self) -> tuple[str, ...]:
        """The word and its other forms."""
        return (self.term, *self.also)
