"""The house keeps its floors, its budgets and its front door."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import teachback

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "widgets" / "teachback"
PYTHON = sorted(PACKAGE.rglob("*.py"))
WRITTEN = PYTHON + sorted(PACKAGE.rglob("*.js")) + sorted(PACKAGE.rglob("*.css"))
WRITTEN += sorted((ROOT / "tests").rglob("*.py")) + sorted((ROOT / "benchmarks").rglob("*.py"))
MOST_LINES = 200
LONGEST_FUNCTION = 30
MEDIAN_FUNCTION = 10


def functions(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield f"{path.name}:{node.name}", node.end_lineno - node.lineno + 1


def test_no_file_is_long():
    assert [
        path.name for path in WRITTEN if len(path.read_text("utf-8").splitlines()) > MOST_LINES
    ] == []


def test_no_function_is_long_and_most_are_short():
    lengths = dict(one for path in PYTHON for one in functions(path))
    assert [name for name, length in lengths.items() if length > LONGEST_FUNCTION] == []
    assert sorted(lengths.values())[len(lengths) // 2] <= MEDIAN_FUNCTION


def test_the_import_root_holds_the_package_and_nothing_else():
    assert [path.name for path in (ROOT / "widgets").iterdir()] == ["teachback"]


def run(program):
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_importing_the_package_loads_no_widgets_and_no_server():
    program = "import sys, teachback; print(sorted({'ipywidgets', 'anywidget', 'IPython', 'voila',"
    assert run(f"{program} 'tornado', 'traitlets'}} & set(sys.modules)))") == "[]"


def test_the_front_door_is_sorted_and_every_name_opens():
    assert sorted(teachback.__all__) == teachback.__all__
    for name in teachback.__all__:
        assert getattr(teachback, name).__name__ == name


def test_a_name_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(AttributeError, match=r"Quizz.*Checklist"):
        _ = teachback.Quizz


def test_no_import_of_the_import_root():
    imports = re.compile(r"^\s*(?:import|from) widgets\b", re.MULTILINE)
    assert [path for path in PYTHON if imports.search(path.read_text("utf-8"))] == []


def test_nothing_is_left_open():
    marks = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
    paths = [path for path in WRITTEN if path != Path(__file__)]
    assert [path.name for path in paths if marks.search(path.read_text("utf-8"))] == []


def test_stock_ipywidgets_controls_are_never_used_for_asking():
    stock = re.compile(r"\b(?:RadioButtons|Checkbox|Accordion|ipywidgets\.Button)\b")
    views = (PACKAGE / "views").rglob("*.py")
    assert [path.name for path in views if stock.search(path.read_text("utf-8"))] == []
