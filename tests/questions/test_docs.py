"""The page of question types shows every type, and every example is one our files may hold."""

import re
from pathlib import Path

import yaml

from teachback.questions import Policy, QuestionSet
from tests.questions.every_type import QUIZ

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/question_types.md").read_text("utf-8")
MOST_LINES = 15


def examples(text):
    return re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)


def read(example):
    questions = yaml.safe_load(example)
    values = {"id": "page", "title": "Page", "intro": "Page.", "questions": questions}
    return QuestionSet.model_validate(values).questions


def test_every_type_has_an_example_that_is_valid():
    *written, policy = examples(PAGE)
    shown = {question.item_type for example in written for question in read(example)}
    assert shown == {question.item_type for question in QUIZ.questions}
    assert Policy.model_validate(yaml.safe_load(policy)["policy"]).attempts == 2


def test_a_whole_multiple_choice_question_fits_in_fifteen_lines():
    example, *_ = examples(PAGE)
    (question,) = read(example)
    assert (question.type, len(question.options)) == ("multiple_choice", 4)
    assert len(example.strip().splitlines()) <= MOST_LINES
