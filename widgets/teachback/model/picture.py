"""A drawing that carries meaning."""

from __future__ import annotations

from pydantic import Field

from teachback.model.base import Id, StrictModel, Text


class PlaceNote(StrictModel):
    """What a part of a picture can mean: opened by tapping the part, or its name."""

    id: Id = Field(description="The data-place of that part of the drawing.")
    title: Text
    text: Text
    facts: tuple[Id, ...] = Field(min_length=1, strict=False)
    sources: tuple[Id, ...] = Field(min_length=1, strict=False)


class Picture(StrictModel):
    """A drawing of ours: an SVG file with a title, and a caption that says its point."""

    id: Id
    file: Text = Field(pattern=r"^pictures/[a-z0-9_]+\.svg$")
    title: Text
    caption: Text
    facts: tuple[Id, ...] = Field(min_length=1, strict=False)
    sources: tuple[Id, ...] = Field(min_length=1, strict=False)
    places: tuple[PlaceNote, ...] = Field(default=(), strict=False)
