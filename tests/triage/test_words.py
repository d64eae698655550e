"""P9: nothing that the checklist can say reads as "you are fine", or as a device that judges."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from teachback.views.assets import BASE, KINDS, source
from tests.triage.states import CHECKLIST, TOPIC

COMFORT = re.compile(
    r"\b(safe|safely|fine|normal|normally|no need|nothing to worry|nothing wrong|harmless|"
    r"all clear|all right|okay|ok|well done|good news|don't worry|do not worry|low risk)\b",
    re.IGNORECASE,
)
DEVICE = re.compile(
    r"\b(amplif|analys|interpret|alarm|calculat|controls\b|convert|detect|diagnos|measur|monitor|"
    r"triage|personali[sz]ed|assess|your (risk|result|score))",
    re.IGNORECASE,
)
LITERAL = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'|`([^`]*)`")
COMMENT = re.compile(r"^\s*(?://|/\*\*).*$|^import .*$", re.MULTILINE)
SCRIPTS = sorted({*BASE, *KINDS["checklist"], *KINDS["my_page"]} - {"store"})
Texts = Callable[[], Iterator[str]]


def of_the_browser() -> Iterator[str]:
    """Yield every text in the scripts that draw the checklist and what is printed of it."""
    for name in SCRIPTS:
        for found in LITERAL.finditer(COMMENT.sub("", source(f"{name}.js"))):
            yield from (text for text in found.groups() if text and " " in text)


def of_the_content() -> Iterator[str]:
    """Yield every text that advice, questions, the danger signs and the prints can show."""
    danger, care, diary = CHECKLIST.danger_signs, CHECKLIST.care_page, TOPIC.diary
    yield from (text for level in CHECKLIST.levels for text in (level.name, level.text))
    yield from (rule.reason for rule in CHECKLIST.rules)
    yield from (danger.title, danger.lead, danger.action, *(sign.text for sign in danger.signs))
    yield from (text for one in CHECKLIST.symptoms for text in (one.ask, one.ask_other))
    yield from (text for one in CHECKLIST.modifiers for text in (one.ask, one.ask_other))
    yield from (one.text for one in CHECKLIST.places)
    yield from (one.title for one in CHECKLIST.groups)
    yield from (care.title, care.lead, care.teaches, *care.questions)
    yield from (diary.title, diary.lead, *diary.rows)


@pytest.mark.parametrize("texts", [of_the_browser, of_the_content])
def test_p9_no_text_gives_false_comfort(texts: Texts) -> None:
    said = list(texts())
    assert len(said) > 30
    assert [text for text in said if COMFORT.search(text)] == []


@pytest.mark.parametrize("texts", [of_the_browser, of_the_content])
def test_no_text_speaks_like_a_device_that_judges(texts: Texts) -> None:
    """Standards 5.1, REG-03."""
    assert [text for text in texts() if DEVICE.search(text)] == []


@pytest.mark.parametrize("words", ["You are fine.", "That is normal", "No need to call", "All OK"])
def test_false_comfort_is_found(words: str) -> None:
    assert COMFORT.search(words)
