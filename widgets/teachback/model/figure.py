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
    what: Text
    otherwise: Text
    when: Text

    @model_validator(mode="after")
    def _part_of_a_whole(self) -> Self:
        if self.n > self.of:
            msg = f"n is {self.n}, at most {self.of} can be; correct n or of"
            raise ValueError(msg)
        return self

    @property
    def sentence(self) -> str:
        """Both sides of the share, with who and when."""
        about, rest = (
            ("About ", f"about {self.of - self.n}") if self.about else ("", self.of - self.n)
        )
        told = f"{about}{self.n} of {self.of} {self.who} {self.what} {self.when}."
        return f"{told} The other {rest} {self.otherwise}."


class Figure(Share):
    """A share that the topic states, with the facts and sources that it rests on."""

    id: Id
    facts: tuple[Id, ...] = Field(min_length=1, strict=False)
    sources: tuple[Id, ...] = Field(min_length=1, strict=False)
