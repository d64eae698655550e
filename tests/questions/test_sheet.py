"""The browser marks every possible answer of every question exactly as Python does."""

import json

import pytest

from teachback import load_topic
from teachback.questions import mark, quiz_sheet
from tests.javascript import call_many

TOPIC = load_topic("bone_metastasis")
ASKED = [(quiz, question) for quiz in TOPIC.quizzes.values() for question in quiz.questions]


def plain(result):
    reasons = {(one.element, one.chosen, one.right, one.why) for one in result.reasons}
    return result.score, result.maximum, result.verdict, reasons


def from_browser(result):
    reasons = {(r["element"], r["chosen"], r["right"], r["why"]) for r in result["reasons"]}
    return result["score"], result["max"], result["verdict"], reasons


@pytest.mark.parametrize(("quiz", "question"), ASKED, ids=lambda one: one.id)
def test_both_sides_agree_on_every_answer(quiz, question):
    sheets = quiz_sheet(quiz, TOPIC.cite)["questions"]
    sheet = next(one for one in sheets if one["id"] == question.id)
    answers = list(question.control().every_answer())
    browser = call_many("mark", sheet, answers)
    assert [from_browser(one) for one in browser] == [plain(mark(question, a)) for a in answers]


@pytest.mark.parametrize("quiz", TOPIC.quizzes.values(), ids=lambda quiz: quiz.id)
def test_a_sheet_is_plain_json_and_cites_sources_by_name(quiz):
    sheet = quiz_sheet(quiz, TOPIC.cite)
    assert json.loads(json.dumps(sheet)) == sheet
    assert all(question["sources"] for question in sheet["questions"])
