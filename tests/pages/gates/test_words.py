"""Words that patients never meet, and hard words that open in place (RC-03, RD-05, DS-04)."""

import pytest

from teachback.model import Term
from teachback.pages.gates.standard import standard
from teachback.pages.gates.terms import well_told
from tests.pages.drafts import TOPIC, with_text

METASTASIS = TOPIC.glossary["metastasis"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("You are safe now.", "safe"),
        ("Your scan is normal.", "normal"),
        ("It is nothing to worry about.", "nothing to worry about"),
        ("You fight this battle.", "battle"),
        ("She lost the fight.", "fight"),
        ("Failed treatment is hard.", "Failed treatment"),
        ("A drug can cure it.", "cure"),
        ("Pain is common here.", "common"),
        ("A break is unlikely.", "unlikely"),
        ("She tells her team.", "She"),
        ("The lesion is old.", "lesion"),
    ],
)
def test_a_word_that_patients_never_meet_is_named(tmp_path, text, word):
    found = with_text(tmp_path, text)
    assert [one for one in found if f"'{word}'" in one], found


@pytest.mark.parametrize(
    "text",
    [
        "Chemo makes it hard to fight germs.",
        "There is no cure that makes it go away for good.",
        "Ana is tired. She calls her team.",
        "In a trial, a break was rare: 2 of 100 people had one in a year.",
    ],
)
def test_a_word_may_stand_where_it_is_meant_otherwise(tmp_path, text):
    linked = text.replace("trial", "[trial](#term-trial)").replace("Chemo", "[Chemo](#term-chemo)")
    assert with_text(tmp_path, linked) == []


def test_every_listed_word_is_found_and_every_exception_holds_one_of_them():
    for words in (*standard().never, standard().chance):
        for phrase in words.but:
            assert words.find.search(phrase), f"{phrase!r} excuses nothing"
            assert words.say


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Metastasis is its name.", "write [Metastasis](#term-metastasis)"),
        ("It is metastatic. A [metastasis](#term-metastasis) is that.", "[metastatic](#term-"),
        ("It is [odd](#term-oddity).", "'oddity' is not a term of the glossary"),
    ],
)
def test_a_hard_word_opens_where_it_first_stands(tmp_path, text, words):
    paragraphs = text.replace(". ", ".\n\n")
    found = with_text(tmp_path, paragraphs)
    assert [one for one in found if words in one], found


def test_a_hard_word_that_opened_once_may_be_used_again(tmp_path):
    text = "It is a [metastasis](#term-metastasis).\n\nA metastasis can hurt."
    assert with_text(tmp_path, text) == []


def test_a_longer_term_is_not_taken_for_the_shorter_one_in_it(tmp_path):
    assert with_text(tmp_path, "[Bone marrow](#term-marrow) makes blood.") == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"plain": " ".join(["one"] * 21)}, "21 words, at most 20"),
        ({"plain": "Dissemination of malignant cells necessitates evaluation."}, "at grade"),
        ({"term": "zoledronic acid", "say": None}, "nobody knows how 'zoledronic' sounds"),
        ({"say": "muh-tas-tuh-sis"}, "which part is loud"),
    ],
)
def test_a_term_is_short_plain_and_can_be_said(change, words):
    term = Term(**(METASTASIS.model_dump() | change))
    assert [one for one in well_told(term) if words in one]
    assert list(well_told(METASTASIS)) == []
