"""A page for patients passes every gate, and each gate is seen to fail (HL-01, RD-01, RD-04)."""

import pytest

from tests.pages.drafts import CITED, SOURCES, TOP, mistakes, with_text

LONG = f"{'one ' * 20}two."


def test_a_good_page_passes_every_gate(tmp_path):
    assert mistakes(tmp_path, TOP, f"## Pain\n\n{CITED}", SOURCES) == []
    assert with_text(tmp_path, "Call your team if it hurts at night.") == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("This page shows which pain needs a call.", "Pain is bad.", "purpose is not in the first"),
        ("- Write down where it hurts.", "", "2 main points, expected 3 to 5"),
        ("- Write", "- One.\n- Two.\n- Three.\n- Write", "6 main points, expected 3 to 5"),
        ("Call when it is worse at night.", "It is worse at night.", "nothing to do"),
    ],
)
def test_what_a_reader_would_miss_is_named(tmp_path, old, new, words):
    assert old in TOP
    found = mistakes(tmp_path, TOP.replace(old, new), f"## Pain\n\n{CITED}", SOURCES)
    assert [one for one in found if words in one], found


def test_a_page_without_a_purpose_in_its_metadata_is_named(tmp_path):
    assert "no purpose" in with_text(tmp_path, "Rest.", purpose="")[0]


def test_only_a_very_short_page_may_do_without_main_points(tmp_path):
    head = "# Title\n\nThis page shows which pain needs a call. Call when it hurts."
    body = "## Pain\n\n" + "\n\n".join(["Tell your team where it hurts."] * 16)
    short = mistakes(tmp_path, head, f"{body}\n\n{CITED}", SOURCES)
    long = mistakes(tmp_path, head, body, body, f"{body}\n\n{CITED}", SOURCES)
    assert short == []
    assert [one for one in long if "no 'Main points'" in one]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LONG, "a sentence of 21 words, at most 20"),
        ("Rest. Sit. Call. Wait.", "4 sentences, at most 3"),
        ("\n".join(f"- Item {'abcdefgh'[n]}" for n in range(8)), "a list of 8 items, at most 7"),
        (
            f"| Sign | What |\n| --- | --- |\n| Pain | {'a ' * 13}|",
            "a table cell of 13 words, at most 12",
        ),
        ("\n\n".join(["Tell your team where it hurts."] * 26), "under 'Pain', at most 150"),
        (
            "Metastatic dissemination necessitates multidisciplinary evaluation.",
            "use shorter words",
        ),
    ],
)
def test_what_is_too_hard_or_too_much_is_named(tmp_path, text, words):
    found = with_text(tmp_path, text)
    assert [one for one in found if words in one], found


def test_a_page_of_long_sentences_is_named_even_if_none_is_too_long(tmp_path):
    text = f"{'one ' * 19}two."
    found = with_text(tmp_path, "\n\n".join([*[text] * 6, "## More", *[text] * 6]))
    assert [one for one in found if "words in a sentence on average, at most 12" in one], found


def test_a_page_in_the_passive_voice_is_named_with_its_sentences(tmp_path):
    found = with_text(tmp_path, "The bone is checked. The scan was done. You are tired.")
    assert [one for one in found if "'The bone is checked'; 'The scan was done'" in one], found
    assert not [one for one in found if "You are tired" in one]


def test_a_mistake_stands_at_the_line_of_its_words(tmp_path):
    (found,) = with_text(tmp_path, f"Rest a bit.\n\n{LONG}")
    line = int(found.split(":")[1])
    assert LONG in (tmp_path / "page.ipynb").read_text("utf-8").splitlines()[line - 1]


def test_nurses_are_not_held_to_the_words_of_patients(tmp_path):
    assert with_text(tmp_path, f"{LONG} It is rare.", audience="nurse") == []


def test_a_page_of_many_long_words_is_too_hard_unless_it_explains_them(tmp_path):
    found = {
        words: with_text(tmp_path, "\n\n".join([f"Ask them for {words} now."] * 40))
        for words in ("a hospital appointment", "a metastasis, or metastases,")
    }
    hard, explained = ([one for one in all_ if "SMOG" in one] for all_ in found.values())
    assert "SMOG grade" in hard[0]
    assert explained == []
