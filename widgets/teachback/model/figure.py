"""A figure: how many of how many people, who they are, over what time, and who says so."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from teachback.model.base import Id, StrictModel, Text


class Share(StrictModel):
    """A share of people in whole numbers; its one sentence is what every view shows."""

    n: int = Field(ge=0)
    of: int = Field(default=100, ge=1, le=1000)
    about: bool = Field(default=False, description="True if n was rounded to a whole number.")
    who: Text
    what: Text | None = Field(default=None, description="What they had, if who does not say it.")
    otherwise: Text = "did not"
    when: Text

    @model_validator(mode="after")
    def _part_of_a_whole(self) -> Self:
        if self.n > self.of:
            msg = f"n is {self.n}, at most {self.of} can be; correct n or of"
            raise ValueError(msg)
        return self

    @property
    def lead(self) -> str:
        """The number that a view shows largest."""
        return f"{'About ' if self.about else ''}{self.n} of {self.of}"

    @property
    def tail(self) -> str:
        """What follows the number: who, what and when, then the other side of the share."""
        told = " ".join(filter(None, (self.who, self.what, self.when))) + "."
        rest = self.of - self.n
        others = "About" if self.about else "The other"
        return f"{told} {others} {rest} {self.otherwise}." if rest else told

    @property
    def sentence(self) -> str:
        """Both sides of the share, with who and when."""
        return f"{self.lead} {self.tail}"


class Figure(Share):
    """A share that the topic states, with the facts and sources that it rests on."""

    id: Id
    facts: tuple[Id, ...] = Field(min_length=1, strict=False)
    sources: tuple[Id, ...] = Field(min_length=1, strict=False)
