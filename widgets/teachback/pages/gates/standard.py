"""The measures and word lists that patients' words are held to, read from standard.yaml."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict


def whole_words(pattern: str) -> re.Pattern[str]:
    """Return a pattern that finds whole words, whatever their case."""
    return re.compile(rf"(?<![\w-])(?:{pattern.replace('| ', '|')})(?![\w-])", re.IGNORECASE)


Words = Annotated[re.Pattern[str], BeforeValidator(whole_words)]
Pattern = Annotated[re.Pattern[str], BeforeValidator(lambda text: re.compile(text, re.IGNORECASE))]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Limits(_Model):
    """How hard, long and many things may be at most; each is explained in standard.yaml."""

    page_grade: float
    page_smog: float
    text_grade: float
    nurse_grade: float
    graded_from: int
    sentence_words: int
    mean_sentence_words: float
    paragraph_sentences: int
    list_items: int
    cell_words: int
    purpose_words: int
    words_under_heading: int
    fewest_main_points: int
    most_main_points: int
    short_page: int
    passive_share: float
    danger_words: int
    definition_words: int
    definition_grade: float
    words_to_the_time: int


class WordList(_Model):
    """Words to keep from patients, what to do about them, and where they are meant otherwise."""

    rule: str = ""
    find: Words
    say: str
    but: tuple[str, ...] = ()


class Passive(_Model):
    """What the passive voice is made of."""

    forms: str
    between: str
    irregular: str
    adjectives: Words


class Numbers(_Model):
    """How numbers for patients are recognised."""

    one_in: Words
    percent: Pattern
    count: Words
    smallest_of: int
    who: Words
    time: Words
    relative: Words
    decimal: Pattern
    units: str
    not_counts: Words


class Standard(_Model):
    """Everything in standard.yaml."""

    limits: Limits
    purpose: Words
    condition: Words
    verbs: Words
    never: tuple[WordList, ...]
    chance: WordList
    people: tuple[str, ...]
    plainer: dict[str, str]
    passive: Passive
    numbers: Numbers
    survival: Words


@cache
def standard() -> Standard:
    """Return the standard; it is part of the package, so it is read once."""
    text = files(__package__).joinpath("standard.yaml").read_text(encoding="utf-8")
    read: Any = yaml.safe_load(text)
    return Standard.model_validate(read)
