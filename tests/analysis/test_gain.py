"""What a class gained comes out as the standards print it, and as the browser tells it."""

import pytest

from teachback.analysis import class_gain, normalised_change, normalised_gain, t_quantile
from teachback.errors import AnalysisError
from tests.javascript import call


def test_the_gain_of_the_standards_comes_out():
    before = dict(zip("abcd", (40, 60, 100, 50), strict=True))
    after = dict(zip("abcd", (70, 60, 90, 100), strict=True))
    found = class_gain(before, after)
    assert (round(found.gain, 4), found.band, found.learners, found.lost) == (
        0.4667,
        "medium",
        4,
        0,
    )
    pairs = [(before[name], after[name]) for name in "abcd"]
    gains = [normalised_gain(*pair) for pair in pairs]
    assert (gains[0], gains[1], gains[2], gains[3]) == (0.5, 0.0, None, 1.0)
    assert [normalised_change(*pair) for pair in pairs] == [0.5, 0, -0.1, 1.0]
    # differences 30, 0, -10, 50: mean 17.5, sd 27.5379, t 3.18245
    low, high = found.interval
    assert (round(found.difference, 1), round(low, 2), round(high, 2)) == (17.5, -26.32, 61.32)


@pytest.mark.parametrize(
    ("freedom", "value"),
    [(1, 12.7062), (3, 3.18245), (10, 2.22814), (30, 2.04227), (1000, 1.96234)],
)
def test_students_t_is_the_printed_one(freedom, value):
    assert t_quantile(0.975, freedom) == pytest.approx(value, abs=5e-5)


def test_a_class_with_one_pair_or_none_or_nothing_to_win():
    alone = class_gain({"a": 100, "b": 10}, {"a": 100})
    assert (alone.gain, alone.band, alone.interval, alone.lost) == (None, "undefined", None, 1)
    with pytest.raises(AnalysisError, match="0 learners"):
        class_gain({"a": 1}, {"b": 1})
    with pytest.raises(AnalysisError, match="0 to 100"):
        class_gain({"a": 101}, {"a": 1})


@pytest.mark.parametrize(("before", "after"), [(0, 100), (40, 70), (60, 60), (90, 45), (100, 90)])
def test_the_browser_tells_the_same_gain(before, after):
    found = call("gainOf", before / 100, after / 100)["gain"]
    mine = normalised_gain(before, after)
    assert found == (mine if mine is None else pytest.approx(mine))
