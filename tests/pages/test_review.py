"""Reviewing a notebook finds what would mislead a reader, whoever reads it."""

import pytest

from teachback.pages import review
from tests.pages.drafts import CITED, SOURCES, TOP, TOPIC, draft, mistakes


def test_a_good_page_has_its_measures(tmp_path):
    path = draft(tmp_path / "page.ipynb", TOP, f"## Pain\n\n{CITED}", SOURCES)
    report = review(path, "page.ipynb", TOPIC)
    assert report.mistakes == ()
    assert (report.facts, report.figures_without_source) == ({"SEED-06"}, 0)
    assert report.words > 5


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (["# A\n\n# B"], "exactly one heading"),
        (["no heading"], "exactly one heading"),
        (["# A\n\n### C"], "do not skip a level"),
        (["# A\n\nPain came in 30 of 100 people."], "states a figure without a source"),
        (["# A\n\nPain. [X](#S-NOBODY)"], "'S-NOBODY' is not a source"),
        ([f"# A\n\n{CITED}"], "must list what the page cites"),
        (["# A", SOURCES], "must list what the page cites"),
        (["# A", "a = 1\nb = 2\nc = 3\nd = 4"], "more than 3 lines of code"),
        (["# A\n\nPain. [The Christie](#S-CHR)"], "cites S-CHR, on which no fact or rule of this"),
    ],
)
@pytest.mark.parametrize("audience", ["patient", "nurse"])
def test_each_mistake_is_named(tmp_path, cells, words, audience):
    found = mistakes(tmp_path, *cells, audience=audience)
    assert [one for one in found if words in one], found


def test_a_source_beyond_the_facts_is_listed_in_the_metadata(tmp_path):
    cells = ("# A\n\nPain. [The Christie](#S-CHR)", 'SourceList(topic, "S-CHR")')
    assert mistakes(tmp_path, *cells, audience="nurse", extra_sources=["S-CHR"]) == []


def test_a_fact_that_does_not_exist_is_named(tmp_path):
    found = mistakes(tmp_path, "# A", facts=["SEED-99"], audience="nurse")
    assert "'SEED-99' is not a fact" in found[0]


def test_a_page_without_title_is_named(tmp_path):
    assert "no title" in mistakes(tmp_path, "# A", title="")[0]


def test_a_file_that_is_no_notebook_is_named(tmp_path):
    path = tmp_path / "page.ipynb"
    path.write_text("{not json")
    (mistake,) = review(path, "page.ipynb", TOPIC).mistakes
    assert "not a valid notebook" in mistake.message
