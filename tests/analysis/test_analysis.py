"""The standards' vectors come out, and a thousand random tables equal a slow reference."""

import subprocess
import sys
from random import Random

import pytest

from teachback.analysis import (
    analyse,
    attempts,
    generated_cohort,
    percentages,
    read_attempts,
)
from teachback.errors import AnalysisError
from tests.analysis.reference import item_of, reliability

VECTOR = ("1111", "1110", "1100", "1000", "0100", "1111")  # standards 3.4


def table_of(rows, **more):
    names = ("learner", "item", "score", "maximum")
    return attempts(
        dict(zip(names, (list(column) for column in zip(*rows, strict=True)), strict=True)) | more
    )


def rows_of(lines):
    return [
        (f"l{n}", f"i{m}", float(one), 1.0)
        for n, line in enumerate(lines)
        for m, one in enumerate(line)
    ]


def test_the_vector_of_the_standards_comes_out():
    found = analyse(table_of(rows_of(VECTOR)))
    assert [round(one.difficulty, 4) for one in found.items] == [0.8333, 0.8333, 0.5, 0.3333]
    assert [round(one.point_biserial, 4) for one in found.items] == [0.5331, 0.5331, 0.9272, 0.8429]
    assert [round(one.corrected, 4) for one in found.items] == [0.2697, 0.2697, 0.8165, 0.6565]
    assert (round(found.reliability, 4), found.coefficient) == (0.7018, "KR-20")


def random_rows(seed):
    source = Random(seed)
    learners, items = source.randint(1, 12), source.randint(1, 8)
    partial, holes = seed % 2, seed % 3 == 0
    most = [source.choice([1.0, 2.0, 4.0]) if partial else 1.0 for _ in range(items)]
    rows = [
        (f"l{learner}", f"i{item}", float(source.randint(0, int(most[item]))), most[item])
        for learner in range(learners)
        for item in range(items)
        if not holes or source.random() < 0.8
    ]
    source.shuffle(rows)
    return rows or [("l0", "i0", 1.0, 1.0)]


@pytest.mark.parametrize("tens", range(100))
def test_random_tables_equal_the_slow_reference(tens):
    for seed in range(tens * 10, tens * 10 + 10):
        rows = random_rows(seed)
        found = analyse(table_of(rows))
        for item in found.items:
            difficulty, whole, corrected = item_of(rows, item.id)
            assert item.difficulty == pytest.approx(difficulty)
            assert item.point_biserial == pytest.approx(whole), (seed, item)
            assert item.corrected == pytest.approx(corrected), (seed, item)
        assert found.reliability == pytest.approx(reliability(rows)), seed


def test_who_was_asked_something_else_changes_nothing_for_the_others():
    rows = rows_of(VECTOR)
    more = analyse(table_of([*rows, ("guest", "other", 1.0, 1.0)]))
    assert [one.corrected for one in more.items[:4]] == [
        one.corrected for one in analyse(table_of(rows)).items
    ]
    assert more.complete == 0
    assert any("7 learners were not asked every item" in note for note in more.notes)


def many(rights, choices=None):
    """Return a table of 120 learners, of whom so many answered each item rightly."""
    rows = [
        (f"l{n}", f"i{m}", float(n < right), 1.0)
        for m, right in enumerate(rights)
        for n in range(120)
    ]
    return table_of(rows, **({"choice": choices * len(rights)} if choices else {}))


def flags(table, item, **more):
    return " ".join(analyse(table, **more).items[item].flags)


def test_each_flag_has_two_sides():
    table = many((35, 36, 60, 108, 109))
    assert "hard" in flags(table, 0)
    assert "hard" not in flags(table, 1)
    assert "easy" not in flags(table, 3)
    assert "easy" in flags(table, 4)
    assert "easy" not in flags(table, 4, safety=["i4"])


def test_an_item_keyed_wrongly_is_to_be_pulled_and_a_dead_choice_rewritten():
    found = analyse(generated_cohort(300))
    assert any(flag.startswith("pull") for flag in found.items[-1].flags)
    table = many((60, 70), ["a"] * 60 + ["b"] * 54 + ["c"] * 5 + ["d"])
    assert "rewrite 'c'" in flags(table, 0)
    assert "rewrite 'b'" not in flags(table, 0)
    assert analyse(table).items[0].choices["a"] == 0.5


def test_few_learners_and_a_weak_test_are_said_in_words():
    notes = " ".join(analyse(table_of(rows_of(VECTOR))).notes)
    assert "Only 6 learners" in notes
    assert "below 0.70" not in notes
    assert "below 0.70" in " ".join(analyse(table_of(rows_of(("10", "01", "11", "00")))).notes)
    assert "cannot be told" in " ".join(analyse(table_of(rows_of(("11",)))).notes)
    assert analyse(many((60, 70, 80))).notes == ()


def test_partial_credit_has_alpha_and_where_nothing_varies_there_is_no_correlation():
    rows = [("a", "x", 2.0, 4.0), ("b", "x", 4.0, 4.0), ("a", "y", 1.0, 1.0), ("b", "y", 1.0, 1.0)]
    found = analyse(table_of(rows))
    assert found.coefficient == "alpha"
    assert (found.items[1].corrected, found.items[1].point_biserial) == (None, None)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("a", "x", 2.0, 1.0)], "row 1: score 2 of 1"),
        ([("a", "x", 1.0, 1.0), ("b", "x", float("nan"), 1.0)], "row 2: score nan"),
        ([("a", "x", -1.0, 1.0)], "cannot be"),
        ([("a", "x", 0.0, 0.0)], "cannot be"),
        ([("a", "x", 1.0, 1.0)] * 2, "a answered x twice"),
        ([("a", "x", "one", 1.0)], "must be numbers"),
    ],
)
def test_attempts_that_cannot_be_are_refused(rows, words):
    with pytest.raises(AnalysisError, match=words):
        table_of(rows)


def test_a_missing_or_short_column_is_named():
    with pytest.raises(AnalysisError, match="maximum"):
        attempts({"learner": ["a"], "item": ["x"], "score": [1.0]})
    with pytest.raises(AnalysisError, match="uneven"):
        attempts({"learner": ["a"], "item": ["x", "y"], "score": [1.0], "maximum": [1.0]})


def test_a_csv_file_is_read_and_gives_percentages(tmp_path):
    path = tmp_path / "attempts.csv"
    path.write_text(
        "learner,item,score,maximum,choice\nZoë,x,1,2,a\nZoë,y,1,2,b\nBo,x,2,2,a\n", "utf-8"
    )
    table = read_attempts(path)
    assert (percentages(table), table.choices) == ({"Zoë": 50.0, "Bo": 100.0}, ("a", "b"))
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(AnalysisError, match="UTF-8"):
        read_attempts(path)


def test_a_generated_cohort_says_so_and_a_seed_repeats_it():
    cohort = generated_cohort(20, 6, seed=3)
    assert "generated by a formula, not by people" in str(cohort)
    assert analyse(cohort).generated
    assert (generated_cohort(20, 6, seed=3).score == cohort.score).all()


def test_importing_the_package_or_its_views_loads_no_numpy():
    program = "import sys, teachback, teachback.views; print({'numpy', 'fsrs'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
