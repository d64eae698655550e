"""Views: the only room that knows ipywidgets. A view draws what a sheet says and never decides."""

from teachback.views.assets import page_script, page_style
from teachback.views.blocks import (
    BLOCK_MIME,
    DangerSigns,
    Diary,
    Levels,
    Picture,
    SourceList,
    drawn_ahead,
)
from teachback.views.checklist import Checklist
from teachback.views.quiz import Quiz

__all__ = [
    "BLOCK_MIME",
    "Checklist",
    "DangerSigns",
    "Diary",
    "Levels",
    "Picture",
    "Quiz",
    "SourceList",
    "drawn_ahead",
    "page_script",
    "page_style",
]
