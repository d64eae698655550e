"""Reviewing a notebook as it is written: citations, facts, headings, reading grade."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import nbformat

from teachback.content import Topic
from teachback.errors import Mistake
from teachback.pages.markdown import citations, tokens
from teachback.pages.reading import grade, sentences

HIGHEST_GRADE = 6.0
HIGHEST_PARAGRAPH_GRADE = 8.0
MOST_CODE_LINES = 3
MOST_WORDS_OF_A_TERM = 4
_ADDRESS = re.compile(r"\]\([^)]*\)")
_FIGURE = re.compile(r"\d")
_LISTED = re.compile(r"\bS-[A-Za-z0-9]+\b")


@dataclass(frozen=True)
class PageReport:
    """What reviewing one notebook found: its measures, the facts it teaches, its mistakes."""

    notebook: str
    audience: str
    grade: float
    words: int
    figures_without_source: int
    facts: frozenset[str]
    mistakes: tuple[Mistake, ...]

    def measures(self) -> dict[str, object]:
        """Return the measures in the shape of the contracts."""
        return {
            "audience": self.audience,
            "grade": self.grade,
            "words": self.words,
            "figures_without_source": self.figures_without_source,
        }


def review(path: Path, shown_as: str, topic: Topic) -> PageReport:
    """Return the report of one notebook."""
    return _Review(path, shown_as, topic).report()


class _Review:
    """Goes through one notebook once; `mistakes` grows on the way."""

    def __init__(self, path: Path, shown_as: str, topic: Topic) -> None:
        self.text = path.read_text(encoding="utf-8")
        self.name, self.topic = shown_as, topic
        self.mistakes: list[Mistake] = []
        self.cells: list[nbformat.NotebookNode] = []
        self.about: dict[str, str] = {}

    def report(self) -> PageReport:
        try:
            node = nbformat.reads(self.text, as_version=4)
            nbformat.validate(node)
        except (
            nbformat.ValidationError,
            json.JSONDecodeError,
            AttributeError,
            ValueError,
        ) as error:
            self._add(1, "file", f"is not a valid notebook ({str(error).splitlines()[0]})")
            return PageReport(self.name, "", 0.0, 0, 0, frozenset(), tuple(self.mistakes))
        self.cells = node.cells
        self.about = node.metadata.get("teachback", {})
        if not node.metadata.get("title"):
            self._add(1, "metadata", "no title; add 'title' to the notebook's metadata")
        facts = self._facts()
        self._citations()
        self._headings()
        self._code()
        return PageReport(
            notebook=self.name,
            audience=self.about.get("audience", ""),
            grade=round(self._grade(), 1),
            words=sum(map(len, sentences(self._prose()))),
            figures_without_source=self._figures(),
            facts=facts,
            mistakes=tuple(self.mistakes),
        )

    def _facts(self) -> frozenset[str]:
        taught: set[str] = set()
        for cell in self.cells:
            for fact in cell.metadata.get("teachback", {}).get("facts", []):
                taught.add(fact)
                if fact not in self.topic.facts:
                    self._at(cell, f"'{fact}' is not a fact of the topic; correct it")
        return frozenset(taught)

    def _citations(self) -> None:
        """Every source cited is listed, every one listed is cited, in the order of the numbers."""
        cited: list[str] = []
        for cell in self._markdown():
            for key in citations(cell.source):
                cited.append(key)
                if key not in self.topic.sources:
                    self._at(cell, f"'{key}' is not a source of the topic; correct it")
        expected = list(dict.fromkeys(cited))
        listed = [
            key
            for cell in self.cells
            if cell.cell_type == "code" and "SourceList(" in cell.source
            for key in _LISTED.findall(cell.source)
        ]
        if listed != expected:
            message = "must list what the page cites, in the order of first citing"
            self._add(1, "SourceList", f"{message}: {' '.join(expected)}")

    def _headings(self) -> None:
        levels = [
            (cell, int(token.tag[1]))
            for cell in self._markdown()
            for token in tokens(cell.source)
            if token.type == "heading_open"
        ]
        if [level for _, level in levels].count(1) != 1:
            self._add(1, "headings", "a page needs exactly one heading of the first level")
        for (_, above), (cell, level) in pairwise(levels):
            if level > above + 1:
                self._at(cell, f"heading level {level} follows level {above}; do not skip a level")

    def _code(self) -> None:
        for cell in self.cells:
            if cell.cell_type == "code" and len(cell.source.splitlines()) > MOST_CODE_LINES:
                self._at(cell, f"has more than {MOST_CODE_LINES} lines of code; move it down")

    def _grade(self) -> float:
        if self.about.get("audience") != "patient":
            return grade(self._prose())
        for cell, paragraph in self._paragraphs():
            if (found := grade(paragraph)) > HIGHEST_PARAGRAPH_GRADE:
                shown = f"{paragraph[:40]}..."
                self._at(
                    cell, f"reading grade {found:.1f}, at most 8: {shown!r}; use shorter words"
                )
        whole = grade(self._prose())
        if whole > HIGHEST_GRADE:
            self._add(
                1, "page", f"reading grade {whole:.1f}, at most {HIGHEST_GRADE}; write plainer"
            )
        return whole

    def _figures(self) -> int:
        """Count the paragraphs that state a figure and cite nothing.

        List items and table cells may lean on a citation in the same cell.
        """
        count = 0
        for cell, paragraph in self._paragraphs():
            words = _ADDRESS.sub("]", paragraph)
            if _FIGURE.search(words) and not citations(cell.source):
                self._at(cell, f"states a figure without a source: {words[:40]!r}; cite one")
                count += 1
        return count

    def _markdown(self) -> Iterator[nbformat.NotebookNode]:
        return (cell for cell in self.cells if cell.cell_type == "markdown")

    def _paragraphs(self) -> Iterator[tuple[nbformat.NotebookNode, str]]:
        for cell in self._markdown():
            for token in tokens(cell.source):
                if token.type == "inline" and not _is_term(token.content):
                    yield cell, token.content

    def _prose(self) -> str:
        return "\n\n".join(cell.source for cell in self._markdown())

    def _at(self, cell: nbformat.NotebookNode, message: str) -> None:
        place = self.text.find(f'"id": "{cell.get("id", "")}"')
        line = self.text.count("\n", 0, max(place, 0)) + 1
        self._add(line, f"cell '{cell.get('id', '?')}'", message)

    def _add(self, line: int, where: str, message: str) -> None:
        self.mistakes.append(Mistake(self.name, line, where, message))


def _is_term(text: str) -> bool:
    """Return whether this is a heading or label of few words, too short to be graded."""
    return len(text.split()) <= MOST_WORDS_OF_A_TERM
