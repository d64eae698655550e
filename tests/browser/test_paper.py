"""A quiz on paper: every type can be answered by pen, and the key is only where it belongs."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader
from typer.testing import CliRunner

from teachback import load_topic
from teachback.cli import app
from teachback.pages.paper import paper
from teachback.questions import QuestionSet
from tests.questions.every_type import QUIZ

TOPIC = load_topic("bone_metastasis")
QUIZZES = [QUIZ, *TOPIC.quizzes.values()]
ids = pytest.mark.parametrize("quiz", QUIZZES, ids=lambda one: one.id)


def printed(page: Page, quiz: QuestionSet, folder: Path, *, key: bool) -> str:
    """Return the words of the printed sheet, read back from the PDF."""
    file = folder / "sheet.pdf"
    page.set_content(paper(quiz, TOPIC, key=key))
    page.pdf(path=file, format="Letter")
    return " ".join(sheet.extract_text() for sheet in PdfReader(file).pages)


def packed(text: str) -> str:
    return "".join(one for one in normalize("NFKC", text) if one.isalnum())


@ids
def test_the_clean_sheet_asks_everything_and_tells_nothing(
    page: Page, tmp_path: Path, quiz: QuestionSet
) -> None:
    text = packed(printed(page, quiz, tmp_path, key=False))
    for question in quiz.questions:
        assert packed(question.ask) in text
        if question.type in {"multiple_choice", "multiple_response_select_all"}:
            assert all(packed(words) in text for words in question.choices().values())
        whys = {why for why in question.reasons().values() if len(why) > 12}
        assert not [why for why in whys if packed(why) in text]


@ids
def test_the_sheet_with_answers_has_every_reason(
    page: Page, tmp_path: Path, quiz: QuestionSet
) -> None:
    text = packed(printed(page, quiz, tmp_path, key=True))
    missing = [w for q in quiz.questions for w in q.reasons().values() if packed(w) not in text]
    assert missing == []


def test_nothing_marks_the_key_on_the_clean_sheet() -> None:
    turned = QUIZ.question("multiple_choice")
    first, second, third = turned.options
    other = turned.model_copy(
        update={
            "options": (
                first.model_copy(update={"right": None, "wrong": first.right}),
                second.model_copy(update={"right": second.wrong, "wrong": None}),
                third,
            )
        }
    )
    sheets = [
        paper(QUIZ.model_copy(update={"questions": (one,)}), TOPIC, key=False)
        for one in (turned, other)
    ]
    assert sheets[0] == sheets[1]


def test_the_command_writes_both_sheets(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["paper", "signs_to_know", "--output", str(tmp_path)])
    assert done.exit_code == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"signs_to_know.html", "signs_to_know.answers.html"}
