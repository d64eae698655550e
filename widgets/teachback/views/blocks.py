"""Blocks: what a page shows and nobody answers; the same HTML in every front end."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import jinja2

from teachback.content import Topic
from teachback.views.assets import block_style


@cache
def _template(name: str) -> jinja2.Template:
    source = files("teachback.views").joinpath("templates", name).read_text(encoding="utf-8")
    return jinja2.Environment(autoescape=True).from_string(source)


def rendered(name: str, **values: Any) -> str:
    """Return a template of this room with these values; all words in it are escaped."""
    return _template(name).render(values)


def compile_templates() -> None:
    """Compile every template of this room, so that a fork of this process need not."""
    for one in files("teachback.views").joinpath("templates").iterdir():
        if one.name.endswith(".j2"):
            _template(one.name)


BLOCK_MIME = "application/vnd.teachback.block+html"
"""The block without its style, for our own pages, which have the style already."""


class Block:
    """Something that shows itself as HTML; all words in it are escaped content."""

    def html(self) -> str:
        """Return the block as HTML, to be used where our style is already present."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        html = self.html()
        styled = f"<style>{block_style()}</style>\n{html}"
        return {"text/plain": repr(self), "text/html": styled, BLOCK_MIME: html}


class DangerSigns(Block):
    """The danger signs and what to do: the same words for everybody, everywhere."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic

    def html(self, *, region: bool = True) -> str:
        """Return the block; as a landmark of the page, or as a part of something else."""
        return _danger_html(self.topic.checklist.danger_signs, region=region)

    def __repr__(self) -> str:
        return f"DangerSigns({len(self.topic.checklist.danger_signs.signs)} signs)"


def _danger_html(danger: object, *, region: bool) -> str:
    return rendered("danger_signs.html.j2", danger=danger, region=region)


def drawn_ahead(sheet: dict[str, Any]) -> str:
    """Return what of a widget's sheet must be readable before any script runs."""
    if "danger" not in sheet:
        return ""
    teaches = rendered("teaches.html.j2", words=sheet["care"]["teaches"])
    return _danger_html(sheet["danger"], region=True) + teaches


class Levels(Block):
    """The four steps of "how fast", most urgent first, drawn the same everywhere."""

    def __init__(self, topic: Topic) -> None:
        self.levels = [level for level in topic.checklist.levels if level.rank >= 0]

    def html(self) -> str:
        """Return the steps as an ordered list."""
        return rendered("levels.html.j2", levels=self.levels)

    def __repr__(self) -> str:
        return f"Levels({len(self.levels)} steps)"


class Picture(Block):
    """A drawing of the topic, with its caption and sources.

    Raises:
        KeyError: if the topic has no such picture.
    """

    def __init__(self, topic: Topic, picture: str) -> None:
        self.topic, self.picture = topic, topic.pictures[picture]

    def html(self) -> str:
        """Return the picture as a figure."""
        # The drawing is a file of ours, reviewed like code; nothing of it comes from a visitor.
        drawing = (self.topic.folder / self.picture.file).read_text(encoding="utf-8")
        sources = ", ".join(self.topic.names(self.picture.sources))
        return rendered("picture.html.j2", picture=self.picture, drawing=drawing, sources=sources)

    def __repr__(self) -> str:
        return f"Picture({self.picture.id!r})"


class Diary(Block):
    """A week of symptoms to fill in by hand: one sheet of paper, the danger signs above it."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic

    def html(self) -> str:
        """Return the sheet; on paper it stands alone."""
        diary, danger = self.topic.diary, self.topic.checklist.danger_signs
        sources = ", ".join(self.topic.names(diary.sources))
        return rendered("diary.html.j2", diary=diary, danger=danger, sources=sources)

    def __repr__(self) -> str:
        return f"Diary({len(self.topic.diary.rows)} rows, 7 days)"


class SourceList(Block):
    """The sources of a page, folded; each is the goal of the citations above it.

    Raises:
        KeyError: if a key is not a source of the topic.
    """

    def __init__(self, topic: Topic, keys: str) -> None:
        self.topic = topic
        self.sources = [topic.sources[key] for key in keys.split()]

    def html(self) -> str:
        """Return the folded list, and when and by whom the content was checked."""
        return rendered(
            "sources.html.j2", sources=self.sources, about=self.topic.about, grades=GRADES
        )

    def __repr__(self) -> str:
        return f"SourceList({len(self.sources)} sources)"


GRADES = {
    "own-page": "read on the source's own page",
    "third-party": "read on another site that reports it",
    "unverified": "not yet checked",
    "design": "a choice of this course",
}
"""What each evidence grade means, in words."""
