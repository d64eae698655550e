"""Teach about a serious illness in Jupyter: text, questions that answer back, a checklist.

The names below are all that a notebook needs. Views load when they are first used, so that
importing the package stays cheap and needs no widget library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from teachback.content import Topic, advise, calculate, load_quiz, load_topic

if TYPE_CHECKING:
    from teachback.views import (
        BeforeAfter,
        Bibliography,
        Calculator,
        Checklist,
        DangerSigns,
        Diary,
        Exam,
        GainReport,
        Glossary,
        IconArray,
        IconArrays,
        ItemReport,
        Levels,
        MyPage,
        Picture,
        PlaceMap,
        Quiz,
        SourceList,
        SpacedReview,
        TriagePractice,
    )

__version__ = "0.1.0"

_VIEWS = (
    "BeforeAfter",
    "Bibliography",
    "Calculator",
    "Checklist",
    "DangerSigns",
    "Diary",
    "Exam",
    "GainReport",
    "Glossary",
    "IconArray",
    "IconArrays",
    "ItemReport",
    "Levels",
    "MyPage",
    "Picture",
    "PlaceMap",
    "Quiz",
    "SourceList",
    "SpacedReview",
    "TriagePractice",
)

__all__ = [
    "BeforeAfter",
    "Bibliography",
    "Calculator",
    "Checklist",
    "DangerSigns",
    "Diary",
    "Exam",
    "GainReport",
    "Glossary",
    "IconArray",
    "IconArrays",
    "ItemReport",
    "Levels",
    "MyPage",
    "Picture",
    "PlaceMap",
    "Quiz",
    "SourceList",
    "SpacedReview",
    "Topic",
    "TriagePractice",
    "advise",
    "calculate",
    "load_quiz",
    "load_topic",
]


def __getattr__(name: str) -> object:
    if name in _VIEWS:
        return getattr(import_module("teachback.views"), name)
    msg = f"module 'teachback' has no name {name!r}; it has {', '.join(__all__)}"
    raise AttributeError(msg)
