"""Numbers as people can use them, and figures of survival only by choice (RC-01 to 07, DS-01)."""

from dataclasses import replace

import pytest

from teachback.pages import review
from teachback.pages.gates.passage import Passage
from teachback.pages.gates.survival import survival_figures
from tests.pages.drafts import CITED, SOURCES, TOP, TOPIC, draft, with_text

GOOD = "Within a year, 30 of 100 people had this, and 70 did not."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It comes to 1 in 5 people in a year.", "a chance as '1 in 5'"),
        ("It comes to one in ten people.", "a chance as 'one in ten'"),
        ("It comes to 5% of people.", "'5%'"),
        ("About 30 of 100 had this in a year.", "does not say of whom"),
        ("About 30 of 100 people had this.", "has no time within 25 words"),
        (f"{GOOD}\n\nIn a year, 3 of 1000 people had that.", "counts out of different numbers"),
        ("Pain is twice as strong.", "'twice as' without both numbers"),
        ("It takes 2.5 weeks.", "'2.5': patients get whole numbers"),
    ],
)
def test_a_number_that_misleads_is_named(tmp_path, text, words):
    found = with_text(tmp_path, text)
    assert [one for one in found if words in one], found


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "About 3 to 5 of 100 people get it. No source says over what time.",
        "With it, 10 of 100 people had pain in a year. With none it was twice as many, 20 of 100.",
        "A fever is 100.4 F (38.0 C) or more.",
        "Say a number, such as 7 of 10.",
    ],
)
def test_a_number_with_who_and_when_passes(tmp_path, text):
    assert with_text(tmp_path, text) == []


def test_a_figure_drawn_out_of_another_number_is_named(tmp_path):
    figures = TOPIC.figures | {"odd": TOPIC.figures["bone_spread"].model_copy(update={"of": 1000})}
    cells = (TOP, f"## Pain\n\n{GOOD}\n\n{CITED}", 'IconArray.stated(topic, "odd")', SOURCES)
    path = draft(tmp_path / "page.ipynb", *cells)
    found = review(path, "page.ipynb", replace(TOPIC, figures=figures)).mistakes
    assert [one for one in found if "figure odd" in one.message], found


@pytest.mark.parametrize(
    "text",
    [
        "After 5 years, people were alive.",
        "They lived 38 months.",
        "The middle is 38\N{NO-BREAK SPACE}months.",
        "It is 34 of 100 people in 5 years.",
    ],
)
def test_a_figure_of_survival_stands_only_where_it_was_chosen(tmp_path, text):
    found = with_text(tmp_path, text)
    assert [one for one in found if "is a figure of survival" in one], found
    assert with_text(tmp_path, text, opt_in=True) == []


@pytest.mark.parametrize(
    "shown", ['IconArray.stated(topic, "alive_after_five_years")', 'Quiz(topic, "outlook_numbers")']
)
def test_nothing_that_tells_survival_is_shown_without_a_choice(tmp_path, shown):
    def found(**about):
        path = draft(tmp_path / "page.ipynb", TOP, CITED, shown, SOURCES, **about)
        return [
            one for one in review(path, "page.ipynb", TOPIC).mistakes if "FACT-37" in one.message
        ]

    assert found()
    assert not found(opt_in=True)


def test_a_page_without_a_choice_does_not_teach_what_is_hidden(tmp_path):
    found = with_text(tmp_path, "Rest.", facts=["SEED-06", "SEED-38"])
    assert [one for one in found if "'SEED-38' is a figure of survival" in one]


def test_what_is_hidden_follows_from_the_facts_and_not_from_a_list():
    hidden = [fact.model_copy(update={"opt_in": False}) for fact in TOPIC.facts.values()]
    told = Passage("About 34 of 100.", "text", "file", 1, "")
    assert list(survival_figures(TOPIC.facts.values())(told))
    assert not list(survival_figures(hidden)(told))
