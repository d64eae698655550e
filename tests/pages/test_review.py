"""Reviewing a notebook finds what would mislead a reader."""

import nbformat
import nbformat.v4 as make
import pytest

from teachback import load_topic
from teachback.pages import review

TOPIC = load_topic("bone_metastasis")
CITED = "A new pain is often the first sign. [American Cancer Society](#S-ACS2)"
SOURCES = 'SourceList(topic, "S-ACS2")'


def reviewed(tmp_path, *cells, title="Title", audience="patient", facts=()):
    node = make.new_notebook(metadata={"title": title, "teachback": {"audience": audience}})
    for source in cells:
        code = source.startswith(("SourceList", "a ="))
        node.cells.append((make.new_code_cell if code else make.new_markdown_cell)(source))
    node.cells[0].metadata["teachback"] = {"facts": list(facts)}
    path = tmp_path / "page.ipynb"
    nbformat.write(node, path)
    return review(path, "page.ipynb", TOPIC)


def test_a_good_page_has_no_mistakes(tmp_path):
    report = reviewed(tmp_path, f"# A page\n\n{CITED}", SOURCES, facts=["SEED-06"])
    assert report.mistakes == ()
    assert (report.facts, report.figures_without_source) == ({"SEED-06"}, 0)
    assert report.words > 5


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (["# A\n\n# B"], "exactly one heading"),
        (["no heading"], "exactly one heading"),
        (["# A\n\n### C"], "do not skip a level"),
        (["# A\n\nIn 30 of 100 people."], "states a figure without a source"),
        (["# A\n\nPain. [X](#S-NOBODY)"], "'S-NOBODY' is not a source"),
        ([f"# A\n\n{CITED}"], "must list what the page cites"),
        (["# A", SOURCES], "must list what the page cites"),
        (["# A", "a = 1\nb = 2\nc = 3\nd = 4"], "more than 3 lines of code"),
        (["# A\n\nMetastatic dissemination necessitates multidisciplinary evaluation."], "grade"),
    ],
)
def test_each_mistake_is_named(tmp_path, cells, words):
    mistakes = reviewed(tmp_path, *cells).mistakes
    assert [one for one in mistakes if words in one.message], mistakes


def test_a_fact_that_does_not_exist_is_named(tmp_path):
    mistakes = reviewed(tmp_path, "# A", facts=["SEED-99"]).mistakes
    assert "'SEED-99' is not a fact" in mistakes[0].message


def test_a_page_without_title_is_named(tmp_path):
    assert "no title" in reviewed(tmp_path, "# A", title="").mistakes[0].message


def test_a_file_that_is_no_notebook_is_named(tmp_path):
    path = tmp_path / "page.ipynb"
    path.write_text("{not json")
    (mistake,) = review(path, "page.ipynb", TOPIC).mistakes
    assert "not a valid notebook" in mistake.message
