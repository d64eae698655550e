"""Every worked example comes out, every limit has two sides, and the browser agrees on a grid."""

import re
from itertools import product
from pathlib import Path

import pytest
import yaml

from teachback import calculate, load_topic
from teachback.calculators import Calculator, calculator_sheet
from teachback.calculators.formula import compiled, evaluate, rounded
from teachback.content.worked import _of_calculator
from teachback.errors import CalculatorError
from tests.javascript import call, call_many

TOPIC = load_topic("bone_metastasis")
SHEETS = {name: calculator_sheet(one, TOPIC.names) for name, one in TOPIC.calculators.items()}
PAGE = (Path(__file__).parents[2] / "docs/calculators.md").read_text("utf-8")
WRITTEN = yaml.safe_load(re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0])[0]
TENTHS = [n / 10 for n in range(40, 241, 4)]
SINS = ("location", "pain", "lesion", "alignment", "collapse", "posterolateral")


def outcome(name, values):
    """Return a result, or a refusal, in the shape of the browser's."""
    try:
        result = calculate(TOPIC, name, **values)
    except CalculatorError as error:
        return sorted(error.mistakes)
    return [result.answer, result.level, result.action, list(result.steps)]


def in_browser(name, many):
    for came in call_many("calculate", SHEETS[name], many):
        if came["refusals"]:
            yield sorted(one["words"] for one in came["refusals"])
        else:
            yield [came[key] for key in ("answer", "level", "action", "steps")]


def grids():
    calcium = [3.9, 4, *TENTHS, 11.95, 13.95, 11.123, 24.1, None, "x", True]
    albumin = [0.7, 0.8, 2.5, 3.05, 3.99, 4.0, 4.01, 7, 7.1, 32]
    mmol = [n / 100 for n in range(90, 620, 13)] + [2.595, 2.594, 3.0, 3.495, 3.5]
    yield (
        "corrected_calcium",
        [
            {"units": "us", "calcium": c, "albumin": a}
            for c, a in product([c for c in calcium if c is not True], albumin)
        ],
    )
    yield (
        "corrected_calcium",
        [{"units": "si", "calcium": c, "albumin": a} for c, a in product(mmol, [7.9, 8, 28.5, 40])],
    )
    ids = {
        one.id: [option.id for option in one.options] for one in TOPIC.calculators["mirels"].inputs
    }
    yield "mirels", [dict(zip(ids, chosen, strict=True)) for chosen in product(*ids.values())]
    points = [
        range(int(SHEETS["sins"]["inputs"][n]["options"][-1]["points"]) + 2) for n in range(6)
    ]
    every = list(product(*points))[::17]
    yield "sins", [dict(zip(SINS, (f"p{n}" for n in one), strict=True)) for one in every]
    clearances = [0, 1, 29.9, 30, 39.9, 40, 49.9, 50, 60, 60.1, 250, 250.5]
    yield "zoledronic_acid", [{"clearance": c, "dose": "first"} for c in clearances]
    creatinine = [0.1, 0.9, 1.0, 1.1, 1.39, 1.4, 1.41, 1.9, 2.0, 15, 80, 1.005]
    yield (
        "zoledronic_acid",
        [
            {"clearance": 55, "dose": "later", "baseline_was": kind, "baseline": b, "today": t}
            for kind, b, t in product(["normal", "abnormal", "odd"], creatinine, creatinine)
        ],
    )
    yield (
        "zoledronic_acid",
        [
            {"clearance": 55, "dose": "held", "baseline": b, "today": t}
            for b, t in product(creatinine, creatinine)
        ],
    )
    yield "zoledronic_acid", [{}, {"dose": "held"}, {"weight": 70}, {"dose": "first", "today": 1}]


@pytest.mark.parametrize("grid", grids(), ids=lambda grid: f"{grid[0]}-{len(grid[1])}")
def test_python_and_the_browser_give_the_same_results_and_refusals(grid):
    name, many = grid
    assert [outcome(name, values) for values in many] == list(in_browser(name, many))


@pytest.mark.parametrize(
    ("name", "example"),
    [(name, one) for name, calc in TOPIC.calculators.items() for one in calc.examples],
)
def test_every_worked_example_comes_out(name, example):
    if example.refused:
        with pytest.raises(CalculatorError, match=re.escape(example.refused)):
            calculate(TOPIC, name, **example.values)
    else:
        result = calculate(TOPIC, name, **example.values)
        assert (result.answer, result.level) == (example.answer, example.level)
        assert all(result.steps)
        assert result.sources
        assert set(result.sources) <= set(TOPIC.sources)


@pytest.mark.parametrize(("units", "step", "most"), [("us", 0.1, 24), ("si", 0.01, 6)])
def test_more_calcium_or_less_albumin_never_lowers_the_grade(units, step, most):
    grades = ["Below the grades of high calcium", "Mild", "Moderate", "Severe"]
    albumin = [5, 4, 3, 2] if units == "us" else [50, 40, 30, 20]
    for low in albumin:
        found = [
            grades.index(
                calculate(
                    TOPIC, "corrected_calcium", units=units, calcium=n * step, albumin=low
                ).level
            )
            for n in range(round(most * 0.4 / step), round(most / step), 7)
        ]
        assert found == sorted(found)


def test_a_number_in_the_other_unit_is_refused_with_what_to_do():
    with pytest.raises(CalculatorError) as refused:
        calculate(TOPIC, "corrected_calcium", units="us", calcium=2.9, albumin=32)
    calcium, albumin = refused.value.mistakes
    assert calcium.startswith("Total calcium: 2.9 is not from 4 to 24 mg/dL. Check the number and")
    assert calcium.endswith("its unit. A number such as 2.9 is in mmol/L.")
    assert albumin.endswith("A number such as 32 is in g/L.")


@pytest.mark.parametrize("value", [None, "11", True, float("nan"), float("inf"), [11]])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(CalculatorError, match="Total calcium: enter a number in mg/dL"):
        calculate(TOPIC, "corrected_calcium", units="us", calcium=value, albumin=4)


def test_the_example_of_the_page_is_one_our_files_may_hold():
    calculator = Calculator.model_validate(WRITTEN)
    assert list(_of_calculator(calculator)) == []


def test_an_example_that_comes_out_otherwise_is_a_mistake():
    wrong = WRITTEN | {"examples": [WRITTEN["examples"][0] | {"answer": "1 mL"}]}
    found = list(_of_calculator(Calculator.model_validate(wrong)))
    assert found == [
        (("examples", 0), "expected '1 mL', Usual; found '1800 mL', Usual"),
        (("outcomes", 0), "no worked example comes to this outcome; add one that does"),
    ]


@pytest.mark.parametrize(
    "formula", ["__import__('os')", "x.y", "x ** 9", "x[0]", "lambda: 1", "x +", "1 < x < 2", "'a'"]
)
def test_a_formula_is_arithmetic_and_nothing_else(formula):
    with pytest.raises(ValueError, match="formula"):
        compiled(formula)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"steps": [WRITTEN["steps"][0] | {"formula": "each * height"}]}, "uses 'height'"),
        ({"steps": [WRITTEN["steps"][0] | {"says": "[height]"}]}, "uses 'height'"),
        ({"outcomes": WRITTEN["outcomes"][:1]}, "the last must not have it"),
    ],
)
def test_a_name_that_nothing_gives_is_refused(change, words):
    with pytest.raises(ValueError, match=words):
        Calculator.model_validate(WRITTEN | change)


def test_halves_round_up_as_on_paper_on_both_sides():
    for value, decimals in [(11.95, 1), (0.15, 1), (2.675, 2), (2.5, 0), (1.005, 2), (0.05, 1)]:
        assert rounded(value, decimals) == call("rounded", value, decimals)
    assert [rounded(0.15, 1), rounded(2.675, 2), rounded(1.005, 2)] == [0.2, 2.68, 1.01]


def test_formulas_are_read_as_written():
    values = {"a": 3.0, "b": 2.0}
    for text in ("a + b * 2", "(a - b) / b", "max(a, b) if a > b and b == 2 else min(a, 1)"):
        assert evaluate(compiled(text), values) == eval(text, {}, values)
        assert call("evaluate", compiled(text), values) == eval(text, {}, values)
