"""Questions: what is asked, how an answer is scored, and why; one file for each type."""

from teachback.questions.base import Question, Scoring, Term
from teachback.questions.mark import Mark, Reason, mark
from teachback.questions.pick_many import PickManyQuestion
from teachback.questions.pick_one import PickOneQuestion
from teachback.questions.question_set import AnyQuestion, QuestionSet
from teachback.questions.sheet import quiz_sheet

__all__ = [
    "AnyQuestion",
    "Mark",
    "PickManyQuestion",
    "PickOneQuestion",
    "Question",
    "QuestionSet",
    "Reason",
    "Scoring",
    "Term",
    "mark",
    "quiz_sheet",
]
