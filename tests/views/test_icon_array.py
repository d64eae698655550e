"""An icon array's picture, sentence and text alternative are one number."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from teachback import IconArray, IconArrays, load_topic

TOPIC = load_topic("bone_metastasis")
WORDS = {"who": "people", "when": "within 1 year", "source": "A trial, 2005"}
totals = st.integers(1, 300)
shares = totals.flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
words = st.text("abc é'\"<&", min_size=1, max_size=12).filter(lambda x: x.strip() == x)


def filled(html: str) -> list[bool]:
    return ["is-full" in cell for cell in re.findall(r"<g [^>]*>", html)]


def said(html: str) -> tuple[str, str]:
    """Return the text alternative, and the caption without its source."""
    alternative = re.search(r'aria-label="([^"]*)"', html)[1]
    caption = re.search(r"<figcaption>(.*?) <span", html)[1]
    return unescape(alternative), unescape(re.sub(r"</?strong>", "", caption))


@given(shares)
def test_as_many_squares_are_filled_as_the_sentence_and_the_alternative_say(share):
    n, of = share
    array = IconArray(n, of, **WORDS)
    cells = filled(array.html())
    assert (sum(cells), len(cells)) == (n, of)
    assert cells == sorted(cells, reverse=True)  # from the top left on, without a gap
    assert said(array.html()) == (array.sentence, array.sentence)
    assert array.sentence.startswith(f"{n} of {of} people within 1 year.")


@given(shares, st.booleans())
def test_both_sides_of_the_share_are_told(share, about):
    n, of = share
    sentence = IconArray(n, of, about=about, **WORDS).sentence
    assert sum(int(x) for x in re.findall(r"\d+", sentence.replace("1 year", ""))) == (
        n + of + (of - n)
    )
    assert sentence.startswith("About ") == about


@given(words, words)
def test_who_and_when_are_told_as_they_were_written(who, when):
    try:
        array = IconArray(1, 2, who=who, when=when, source="A trial")
    except ValidationError:  # markup
        assert re.search(r"<|&|\]\(", who + when)
        return
    assert f" {who} {when}." in array.sentence
    assert said(array.html()) == (array.sentence, array.sentence)


@given(totals, st.integers(1, 500))
def test_more_than_the_whole_is_refused_and_so_is_less_than_none(of, more):
    with pytest.raises(ValidationError, match=f"n is {of + more}, at most {of} can be"):
        IconArray(of + more, of, **WORDS)
    with pytest.raises(ValidationError):
        IconArray(-more, of, **WORDS)


@given(st.one_of(st.floats(0, 100), st.booleans(), st.integers(0, 100).map(str), st.none()))
def test_anything_but_a_whole_number_is_refused(n):
    with pytest.raises(ValidationError):
        IconArray(n, **WORDS)


@pytest.mark.parametrize("missing", WORDS)
@pytest.mark.parametrize("empty", ["", "  ", None])
def test_no_number_without_who_when_and_source(missing, empty):
    rest = {name: text for name, text in WORDS.items() if name != missing}
    with pytest.raises(TypeError, match=missing):
        IconArray(1, **rest)
    with pytest.raises(ValidationError):
        IconArray(1, **rest, **{missing: empty})


@pytest.mark.parametrize("figure", TOPIC.figures)
def test_a_figure_of_the_topic_is_shown_with_all_its_sources(figure):
    html = IconArray.stated(TOPIC, figure).html()
    told = TOPIC.figures[figure]
    assert sum(filled(html)) == told.n
    assert said(html) == (told.sentence, told.sentence)
    assert all(unescape(html).count(name) for name in TOPIC.names(told.sources))


def test_two_side_by_side_are_on_one_scale():
    html = IconArrays(TOPIC, "event_without_drug", "event_with_drug").html()
    assert len(set(re.findall(r'viewBox="([^"]+)"', html))) == 1
    assert html.count("<figure") == 2


def test_two_that_are_not_out_of_the_same_number_are_refused():
    arrays = IconArrays.of(IconArray(1, 10, **WORDS), IconArray(1, 10, **WORDS))
    assert len(filled(arrays.html())) == 20
    with pytest.raises(ValueError, match="not out of the same number"):
        IconArrays.of(IconArray(1, 10, **WORDS), IconArray(1, 100, **WORDS))
