"""A rating is whole, says why, and goes stale with its page (HL-01, HL-02)."""

from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from teachback.cli import app
from teachback.errors import PageError
from teachback.pages.gates import Draft
from teachback.pages.ratings import Ratings, Sheet
from teachback.pages.ratings.sheet import instruments, text_hash
from teachback.pages.ratings.store import form
from tests.pages.drafts import CITED, SOURCES, TOP, draft

ROOT = Path(__file__).parents[3]
MARKED = {one.id: {item.id: ["yes", "It does."] for item in one.items} for one in instruments()}


@pytest.fixture
def lesson(tmp_path):
    path = draft(tmp_path / "page.ipynb", TOP, f"## Pain\n\n{CITED}", SOURCES)
    return Draft.read(path, "page.ipynb")


def rate(folder, lesson, waived=None, **changed):
    marks = {name: MARKED[name] | changed.get(name, {}) for name in MARKED}
    sheet = {"page": lesson.name, "rated": "2026-11-25", "text": text_hash(lesson), **marks}
    sheet |= {"waived": waived} if waived else {}
    text = yaml.safe_dump(sheet, sort_keys=False).replace("'2026-11-25'", "2026-11-25")
    (folder / "page.yaml").write_text(text)
    return Ratings(folder)


def found(ratings, *pages):
    return [str(one) for one in ratings.against(pages)]


def test_a_fresh_rating_that_is_written_out_passes(tmp_path, lesson):
    rate(tmp_path, lesson).write({lesson.name: lesson})
    assert found(Ratings(tmp_path), lesson) == []
    told = (tmp_path / "page.md").read_text()
    assert "Self-rated, not by two independent raters" in told
    assert told.count("| yes | It does. |") == 44


def test_a_changed_text_needs_a_new_rating_and_changed_citations_do_not(tmp_path, lesson):
    rate(tmp_path, lesson).write({lesson.name: lesson})
    cited = draft(tmp_path / "b.ipynb", TOP, f"## Pain\n\n{CITED}, [CDC](#S-CDC)", SOURCES + " ")
    words = draft(tmp_path / "c.ipynb", TOP, f"## Pain\n\nRest. {CITED}", SOURCES)
    assert found(Ratings(tmp_path), Draft.read(cited, lesson.name)) == []
    (stale,) = found(Ratings(tmp_path), Draft.read(words, lesson.name))
    assert "has changed since it was rated" in stale
    assert stale.split(":")[1] == "3"


def test_a_sheet_without_its_markdown_or_its_page_is_named(tmp_path, lesson):
    ratings = rate(tmp_path, lesson)
    assert "run `teachback ratings`" in found(ratings, lesson)[0]
    assert "'page.ipynb' is not a page" in found(ratings)[0]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"pemat": {"P1": ["no", "No."], "P2": ["no", "No."]}}, "understandability 88"),
        ({"pemat": {"P20": ["no", "No."], "P22": ["no", "No."]}}, "actionability 71"),
        ({"cci": {f"C{n}": ["no", "No."] for n in (7, 8, 9)}}, "not met: C7, C8, C9"),
    ],
)
def test_a_score_below_the_gate_is_named_with_what_is_not_met(tmp_path, lesson, changed, words):
    rate(tmp_path, lesson, **changed).write({lesson.name: lesson})
    assert [one for one in found(Ratings(tmp_path), lesson) if words in one]


def test_a_score_may_be_too_low_for_a_reason_that_is_written_down(tmp_path, lesson):
    low = {"pemat": {"P1": ["no", "No."], "P2": ["no", "No."]}}
    rate(tmp_path, lesson, "It is a list.", **low).write({lesson.name: lesson})
    assert found(Ratings(tmp_path), lesson) == []
    assert "**Waived:** It is a list." in (tmp_path / "page.md").read_text()
    rate(tmp_path, lesson, "It is a list.").write({lesson.name: lesson})
    assert "remove 'waived'" in found(Ratings(tmp_path), lesson)[0]


def test_a_page_for_patients_without_a_sheet_is_named(tmp_path, lesson):
    other = Draft.read(draft(tmp_path / "b.ipynb", TOP), "b.ipynb")
    nurses = Draft.read(draft(tmp_path / "c.ipynb", TOP, audience="nurse"), "c.ipynb")
    rate(tmp_path, lesson).write({lesson.name: lesson})
    (missing,) = found(Ratings(tmp_path), lesson, other, nurses)
    assert missing.startswith("b.ipynb:1: rating: has no sheet")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"pemat": {"P1": ["n/a", "No."]}}, "P1 cannot be left out"),
        ({"pemat": {"P13": ["yes", "Yes."]}}, "missing or unknown: P13"),
        ({"cci": {"C1": ["no", "No."]}}, "C2 cannot be met without C1"),
        ({"cci": {"C7": ["maybe", "So so."]}}, "expected 'yes', 'no' or 'n/a'"),
        ({"cci": {"C7": ["yes", ""]}}, "cci"),
    ],
)
def test_a_sheet_that_is_not_whole_is_refused(tmp_path, lesson, changed, words):
    (mistake,) = rate(tmp_path, lesson, **changed).mistakes
    assert words in str(mistake)


def test_what_cannot_be_asked_of_a_page_does_not_count(tmp_path, lesson):
    left_out = {"P6": ["n/a", "No numbers."], "P1": ["no", "No."]}
    ((sheet, _),) = rate(tmp_path, lesson, pemat=left_out).sheets
    (pemat, _) = instruments()
    assert sheet.score(pemat, pemat.parts[0]) == 100 * 15 // 16


def test_stamping_dates_a_sheet_and_keeps_its_marks(tmp_path, lesson):
    ratings = rate(tmp_path, lesson)
    path = tmp_path / "page.yaml"
    path.write_text(path.read_text().replace(text_hash(lesson), "old").replace("2026-", "2025-"))
    ratings.write({lesson.name: lesson}, ["page"])
    ((sheet, _),) = Ratings(tmp_path).sheets
    assert sheet.text == text_hash(lesson)
    assert sheet.rated.year > 2025
    with pytest.raises(PageError, match="no such sheet"):
        ratings.write({lesson.name: lesson}, ["other"])


def test_the_empty_form_asks_every_item_once_and_is_no_rating(tmp_path):
    read = yaml.safe_load(form().replace("[,", "[null,"))
    assert {one.id: set(read[one.id]) for one in instruments()} == {
        one: set(marks) for one, marks in MARKED.items()
    }
    assert CliRunner().invoke(app, ["ratings", "--form"]).stdout.strip() == form()
    (tmp_path / "page.yaml").write_text(form())
    assert Ratings(tmp_path).mistakes


def test_every_sheet_of_the_course_gives_its_own_reasons():
    ratings = Ratings(ROOT / "docs/ratings")
    assert ratings.sheets
    assert ratings.mistakes == []
    for sheet, _ in ratings.sheets:
        assert isinstance(sheet, Sheet)
        why = [one.why for marks in (sheet.pemat, sheet.cci) for one in marks.values()]
        assert len(set(why)) > 25, sheet.page
