"""The reading grade measures the words, not how they are laid out (standards 2.4)."""

import pytest

from teachback.pages.reading import grade, sentences, smog

ITEMS = ["Weak or numb legs", "Trouble with bladder or bowels", "Sudden strong pain"]


def test_a_list_scores_the_same_with_and_without_stops():
    bare = "\n".join(f"- {item}" for item in ITEMS)
    stopped = "\n".join(f"- {item}." for item in ITEMS)
    assert grade(bare) == pytest.approx(grade(stopped), abs=0.3)


@pytest.mark.parametrize("extra", ["https://example.org/a-very-long/address", "[Org](#S-ACS1)"])
def test_an_address_or_a_citation_changes_nothing(extra):
    with_it = f"A new pain {extra} is often the first sign."
    assert grade(with_it) == grade("A new pain is often the first sign.")


@pytest.mark.parametrize("text", ["Take 2.5 mg at 8 a.m. each day.", "Dr. Lee calls you today."])
def test_a_stop_inside_a_sentence_does_not_end_it(text):
    assert len(sentences(text)) == 1


def test_sentences_of_two_words_count():
    assert len(sentences("Call us. Weak legs.")) == 2


def test_hard_words_score_higher_than_plain_ones():
    plain = grade("The cancer has moved to the bone. Call your team.")
    hard = grade("Metastatic dissemination necessitates immediate multidisciplinary evaluation.")
    assert plain < 6 < hard


def test_a_table_is_read_cell_by_cell():
    assert len(sentences("| How fast | Signs |\n| --- | --- |\n| Now | Weak legs |")) == 4


def test_no_words_have_no_grade():
    assert grade("") == 0


LONG_WORDS = "\n".join(["- Metastatic dissemination.", "- A new pain."] * 15)


def test_smog_needs_thirty_sentences():
    assert smog(LONG_WORDS) is not None
    assert smog("\n".join(["- A new pain."] * 29)) is None


def test_smog_is_mclaughlins_formula():
    assert smog("\n".join(["- A new pain."] * 30)) == pytest.approx(3.1291)
    assert smog(LONG_WORDS) == pytest.approx(3.1291 + 1.043 * 30**0.5)


def test_words_that_are_explained_are_not_long_for_smog():
    assert smog(LONG_WORDS, {"metastatic", "dissemination"}) == smog("- A new pain.\n" * 30)
    assert smog(LONG_WORDS, {"metastatic"}) < smog(LONG_WORDS)
