"""Ground floor: sources, facts and the controls that answers are given with."""

from teachback.model.base import Evidence, Id, Reviewed, StrictModel, Text, refuse_double_ids
from teachback.model.controls import Answer, Control, Option, PickMany, PickOne, yes_no_unsure
from teachback.model.fact import Fact
from teachback.model.figure import Figure, Share
from teachback.model.objective import Objective
from teachback.model.open_question import OpenQuestion
from teachback.model.parts import EnterNumber, Highlight, Line, Part, Parts, Piece
from teachback.model.picture import Picture
from teachback.model.source import Source
from teachback.model.term import Term

__all__ = [
    "Answer",
    "Control",
    "EnterNumber",
    "Evidence",
    "Fact",
    "Figure",
    "Highlight",
    "Id",
    "Line",
    "Objective",
    "OpenQuestion",
    "Option",
    "Part",
    "Parts",
    "PickMany",
    "PickOne",
    "Picture",
    "Piece",
    "Reviewed",
    "Share",
    "Source",
    "StrictModel",
    "Term",
    "Text",
    "refuse_double_ids",
    "yes_no_unsure",
]
