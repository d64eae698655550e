"""Questions: what is asked, how an answer is scored, and why; one file for each type."""

from teachback.questions.base import Question, Reasoned, id_of
from teachback.questions.blueprint import Exam, Pool, draw_forms, pools
from teachback.questions.confidence import calibration, certainty_mark
from teachback.questions.contract import mark_item
from teachback.questions.lint import lint
from teachback.questions.mark import Mark, Reason, mark, no_answer
from teachback.questions.multiple_choice import MultipleChoice
from teachback.questions.policy import Policy
from teachback.questions.question_set import AnyQuestion, QuestionSet
from teachback.questions.scoring import Scoring, Term
from teachback.questions.select_all import SelectAll
from teachback.questions.sheet import quiz_sheet, result_sheet

__all__ = [
    "AnyQuestion",
    "Exam",
    "Mark",
    "MultipleChoice",
    "Policy",
    "Pool",
    "Question",
    "QuestionSet",
    "Reason",
    "Reasoned",
    "Scoring",
    "SelectAll",
    "Term",
    "calibration",
    "certainty_mark",
    "draw_forms",
    "id_of",
    "lint",
    "mark",
    "mark_item",
    "no_answer",
    "pools",
    "quiz_sheet",
    "result_sheet",
]
