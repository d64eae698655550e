"""The texts that patients meet outside the pages: content, scripts, templates, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from teachback.content.yaml_file import Where, YamlFile
from teachback.pages.gates.passage import Passage

READ = {
    "facts": {"plain"},
    "glossary": {"plain"},
    "levels": {"name", "text"},
    "danger_signs": {"title", "lead", "action", "text"},
    "care_page": {"title", "lead", "teaches", "questions"},
    "diary": {"title", "lead", "rows"},
    "pictures": {"title", "caption", "text"},
    "symptoms": {"title", "text", "ask", "ask_other"},
    "rules": {"reason"},
}
"""What patients read of each content file; the rest is for those who edit it."""

QUIZ = {
    *{"title", "intro", "note", "person", "reason", "remember"},
    *{"ask", "right", "wrong", "why", "hint", "otherwise"},
}
"""What a reader meets of a quiz."""

LABELS = {"title", "remember", "right", "wrong"}
"""What of it are terms and answers rather than sentences; nurses know the terms."""

NURSES = {"triage.js"}
"""The scripts of what only nurses see."""

_LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
_COMMENT = re.compile(r"^\s*(?://|/?\*).*$|(?<=[;,{})\]]) *//.*$", re.MULTILINE)
_SENTENCE = re.compile(r"^(?:\$?[A-Z3][^<>{}=]*|.*[a-z]{2,}[,.?!:]? [a-z]{2,}.*[.?!:])$", re.DOTALL)
_TAGGED = re.compile(r">([^<>{}]+)<|(?:aria-label|alt|title)=\"([^\"{}]+)\"")


def of_file(file: YamlFile, keys: set[str]) -> Iterator[Passage]:
    """Yield the texts under these keys of a content file; context is the entry they belong to."""
    for name, value in (file.data or {}).items():
        entries = enumerate(value) if isinstance(value, list) else [(None, value)]
        for number, entry in entries:
            where: Where = (name,) if number is None else (name, number)
            found = list(_texts(entry, where, keys))
            context = " ".join(text for _, text in found)
            for at, text in found:
                place = file.mistake(at, "")
                yield Passage(text, "text", place.file, place.line, place.where, context)


def _texts(value: Any, where: Where, keys: set[str]) -> Iterator[tuple[Where, str]]:
    named = bool(keys.intersection(one for one in where if isinstance(one, str)))
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _texts(one, (*where, key), keys)
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _texts(one, (*where, number), keys)
    elif isinstance(value, str) and named and _last_key(where) in keys:
        yield where, value


def _last_key(where: Where) -> str:
    return next((one for one in reversed(where) if isinstance(one, str)), "")


def of_scripts(folder: Path) -> Iterator[Passage]:
    """Yield the words that the scripts of a folder show, with any value in them read as 3."""
    for path in sorted(one for one in folder.glob("*.js") if one.name not in NURSES):
        text = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), path.read_text("utf-8"))
        for found in _LITERAL.finditer(text):
            words = re.sub(r"\$\{[^}]*\}", "3", found[1] or found[2] or "")
            if _SENTENCE.match(words) and re.search(r"[A-Za-z]{2}", words):
                line = text.count("\n", 0, found.start()) + 1
                yield Passage(words, "text", path.name, line, "words")


def of_markup(folder: Path, pattern: str) -> Iterator[Passage]:
    """Yield the words between the tags of templates or drawings, and those of their labels."""
    for path in sorted(folder.glob(pattern)):
        text = re.sub(r"\{\{.*?\}\}", "3", path.read_text("utf-8"))
        text = re.sub(
            r"\{%.*?%\}|<(?:style|script).*?</(?:style|script)>", "", text, flags=re.DOTALL
        )
        for found in _TAGGED.finditer(text):
            words = " ".join((found[1] or found[2]).split())
            if re.search(r"[A-Za-z]{2}", words):
                line = text.count("\n", 0, found.start()) + 1
                yield Passage(words, "text", path.name, line, "words")
