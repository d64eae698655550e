"""The browser marks every answer of every question, or many random ones, exactly as Python does."""

import json

import pytest

from teachback import load_topic
from teachback.questions import mark, quiz_sheet
from teachback.questions.sheet import question_sheet
from tests.javascript import call_many
from tests.questions.every_type import answers
from tests.questions.every_type import plain as as_json

TOPIC = load_topic("bone_metastasis")
MOST = 1_000
ASKED = [
    pytest.param(question, id=f"{quiz.id}-{question.id}")
    for quiz in TOPIC.quizzes.values()
    for question in quiz.questions
]


def plain(result):
    reasons = {(one.element, one.chosen, one.right, one.why) for one in result.reasons}
    return result.score, result.maximum, result.verdict, reasons


def from_browser(result):
    reasons = {(r["element"], r["chosen"], r["right"], r["why"]) for r in result["reasons"]}
    return result["score"], result["max"], result["verdict"], reasons


@pytest.mark.parametrize("question", ASKED)
def test_both_sides_agree_on_every_answer(question):
    sheet = question_sheet(question, TOPIC.cite, hints=True, exam=False, seed=None)
    given = answers(question, MOST)
    browser = call_many("mark", sheet, [as_json(one) for one in given])
    assert [from_browser(one) for one in browser] == [plain(mark(question, a)) for a in given]


@pytest.mark.parametrize("quiz", TOPIC.quizzes.values(), ids=lambda quiz: quiz.id)
def test_a_sheet_is_plain_json_and_cites_sources_by_name(quiz):
    sheet = quiz_sheet(quiz, TOPIC.cite)
    assert json.loads(json.dumps(sheet)) == sheet
    exam = quiz.policy.mode == "exam"
    assert all(("sources" in question) != exam for question in sheet["questions"])
