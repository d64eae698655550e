"""Views: the only room that knows ipywidgets. A view draws what a sheet says and never decides."""

from teachback.views.assets import page_script, page_style, service_worker
from teachback.views.before_after import BeforeAfter
from teachback.views.blocks import (
    BLOCK_MIME,
    DangerSigns,
    Diary,
    Levels,
    Picture,
    SourceList,
    drawn_ahead,
)
from teachback.views.calculator import Calculator
from teachback.views.checklist import Checklist
from teachback.views.exam import Exam
from teachback.views.icon_array import IconArray, IconArrays
from teachback.views.my_page import MyPage
from teachback.views.quiz import Quiz
from teachback.views.reference import Bibliography, Glossary, PlaceMap
from teachback.views.report import GainReport, ItemReport
from teachback.views.spaced_review import SpacedReview
from teachback.views.triage_practice import TriagePractice

__all__ = [
    "BLOCK_MIME",
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
    "drawn_ahead",
    "page_script",
    "page_style",
    "service_worker",
]
