"""The review sheet holds everything to sign; a signature in the content takes the banner away."""

from __future__ import annotations

import csv
import io
import shutil
from html import escape
from pathlib import Path

import pytest
from typer.testing import CliRunner

from teachback import SourceList, load_topic
from teachback.cli import app
from teachback.content import Deployment, ToSign, read_topic, topic_folder
from teachback.pages.paper import paper
from teachback.pages.signing import FORMULA, review_csv, review_html, rows_to_sign
from teachback.pages.site import Site

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
TOPIC = load_topic("bone_metastasis")
NAME = "Test Reviewer, nobody real"
UNSIGNED = "Not yet checked by a clinician."


def test_every_rule_fact_question_and_page_is_there_once():
    rows = rows_to_sign(TOPIC, NOTEBOOKS)
    ids = [(row.kind, row.id) for row in rows]
    assert len(set(ids)) == len(ids)
    assert {i for kind, i in ids if kind == "rule"} == {rule.id for rule in TOPIC.checklist.rules}
    assert {i for kind, i in ids if kind == "fact"} == set(TOPIC.facts)
    count = sum(len(quiz.questions) for quiz in TOPIC.quizzes.values())
    assert sum(kind == "question" for kind, _ in ids) == count
    assert sum(kind == "page" for kind, _ in ids) == len(list(NOTEBOOKS.rglob("*.ipynb")))
    assert all(row.evidence for row in rows if row.kind != "page")


def test_nobody_has_signed_anything_yet():
    assert [row.id for row in rows_to_sign(TOPIC, NOTEBOOKS) if row.reviewed_by] == []
    assert "0 of" in review_html(TOPIC, rows_to_sign(TOPIC, NOTEBOOKS))


def test_the_table_has_every_row_and_no_formula():
    row = ToSign("rule", "=1+1", "@say", "-2", "+x", "\tS", "", "")
    text = review_csv(TOPIC, [*rows_to_sign(TOPIC, NOTEBOOKS), row])
    read = list(csv.reader(io.StringIO(text)))
    expected = len(TOPIC.open_questions) + len(rows_to_sign(TOPIC, NOTEBOOKS)) + 2
    assert len(read) == expected
    assert not [cell for line in read for cell in line if FORMULA.match(cell)]


@pytest.mark.parametrize(
    "begins", ["=1", " =1", "\n+1", "\t1", "  @x", "-1", "\r=1", "\u00a0=1", "\ufeff=1", "\uff1d1"]
)
def test_what_a_spreadsheet_would_carry_out_is_told_apart(begins):
    assert FORMULA.match(begins)
    assert not FORMULA.match(f"'{begins}")


def test_what_is_open_in_the_brief_is_open_in_the_sheet():
    """The disagreements of 3.5, the weak points of 3.7, and what section 7 leaves to people."""
    ids = {one.id for one in TOPIC.open_questions}
    assert {f"D{number}" for number in range(1, 15)} <= ids
    assert {"GUIDELINE", "FIGURES", "DESIGN", "LABELS", "OUTLINES", "DRUGS", "CLASS"} <= ids
    assert {"READERS", "SCOPE", "TABLES", "OVERTRIAGE"} <= ids
    sheet = review_html(TOPIC, [])
    assert [one.id for one in TOPIC.open_questions if escape(one.question) not in sheet] == []


def test_every_level_that_no_source_gives_is_for_a_clinician_to_decide():
    (design,) = [one for one in TOPIC.open_questions if one.id == "DESIGN"]
    ours = [r.id for r in TOPIC.checklist.rules if r.evidence in {"design", "unverified"}]
    assert list(design.rules) == ours


@pytest.mark.parametrize("key", [False, True])
def test_a_sheet_of_paper_says_who_checked_it_and_when(signed, key):
    quiz = next(iter(signed.quizzes.values()))
    assert f"Checked by {NAME} on {signed.about.reviewed}" in paper(quiz, signed, key=key)


def test_a_list_of_sources_says_who_checked_it_and_when(signed):
    shown = SourceList(signed, "S-ACS2").html()
    assert f"Checked by {NAME} on {signed.about.reviewed}" in shown


@pytest.fixture
def signed(tmp_path):
    folder = Path(shutil.copytree(topic_folder("bone_metastasis"), tmp_path / "bone_metastasis"))
    for name, count in (("topic", 1), ("rules", 1)):
        file = folder / f"{name}.yaml"
        text = file.read_text("utf-8")
        assert "reviewed_by: null" in text
        file.write_text(text.replace("reviewed_by: null", f'reviewed_by: "{NAME}"', count))
    topic, mistakes = read_topic(folder, Deployment())
    assert mistakes == []
    return topic


def test_a_signature_takes_the_banner_away_and_says_who_and_when(signed):
    before, after = (Site(one, ()).error_html("What", "Do", "") for one in (TOPIC, signed))
    assert UNSIGNED in before
    assert UNSIGNED not in after
    assert f"Checked by {NAME} on {signed.about.reviewed}" in after


def test_a_signed_rule_counts(signed):
    rows = rows_to_sign(signed, NOTEBOOKS)
    rules = [row for row in rows if row.kind == "rule" and row.reviewed_by]
    assert [row.reviewed_by for row in rules] == [NAME]


def test_the_command_writes_both_files(tmp_path):
    done = CliRunner().invoke(app, ["review", "--output", str(tmp_path)])
    assert done.exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"review.html", "review.csv"}
