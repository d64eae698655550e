"""Markdown becomes HTML; nothing else does."""

import pytest

from teachback.pages.markdown import citations, html


@pytest.mark.parametrize("bad", ["<script>alert(1)</script>", "<img src=x onerror=y>", "a<br>b"])
def test_tags_are_shown_never_obeyed(bad):
    assert "<script" not in html(bad)
    assert "<img" not in html(bad)
    assert "&lt;" in html(bad)


def test_a_link_to_a_script_stays_text():
    assert "href" not in html("[x](javascript:alert(1))")


def test_a_link_to_a_notebook_leads_to_its_page():
    assert 'href="patient/a.html"' in html("[A](patient/a.ipynb)")


def test_a_citation_is_its_number_and_says_its_name():
    text = "Pain. [Org](#S-A), [Other](#S-B), [Third](#S-C)"
    shown = html(text, {"S-A": 1, "S-B": 2, "S-C": 3})
    assert "Pain.&nbsp;<a" in shown
    assert 'aria-label="Source 1: Org">1</a> <a' in shown
    assert 'href="#S-B"' in shown
    assert "Other</a>" not in shown
    assert "," not in shown


def test_citations_are_found_in_their_order():
    assert citations("[b](#S-B) [x](y.ipynb) [a](#S-A)") == ["S-B", "S-A"]


def test_strong_words_alone_above_a_list_are_its_label():
    assert html("**Main points**\n\n- One").startswith('<p class="tb-label">')
    for other in ("**Main points**\n\nOne", "**Main points** are\n\n- One", "Main\n\n- One"):
        assert "tb-label" not in html(other)


def test_the_empty_corner_of_a_table_is_no_head_of_a_column():
    shown = html("| | Shows |\n|---|---|\n| Scan | Bone |")
    assert shown.count("<th>") == shown.count("</th>") == 1
    assert "<td></td>\n<th>Shows</th>" in shown


def test_each_cell_of_a_wide_table_names_its_column_and_a_narrow_table_needs_no_names():
    shown = html("| Test | **Can** show | |\n|---|---|---|\n| Scan | Bone | - |")
    assert '<table class="tb-stack">' in shown
    assert '<td data-head="Test">Scan</td>\n<td data-head="Can show">Bone</td>\n<td>-</td>' in shown
    assert "data-head" not in html("| Test | Can show |\n|---|---|\n| Scan | Bone |")
