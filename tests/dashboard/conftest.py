"""A dashboard of notebooks that go wrong, one for every test process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from tests.browser import server
from tests.browser.visitor import Visitor

QUIZ = (
    'from teachback import Quiz, load_topic\ntopic = load_topic("bone_metastasis")',
    'Quiz(topic, "signs_to_know")',
)
PYTHON = {"display_name": "Python 3", "language": "python", "name": "python3"}
ODD_KERNELS = {
    "no_language": {"name": "python3", "display_name": "Python 3"},
    "unknown_language": {"name": "nowhere", "display_name": "Nowhere", "language": "nowhere"},
}
FAILING = ("answer = 1 / 0", "raise RuntimeError('a_secret_word')")


@pytest.fixture
def visitor(dashboard: str) -> Visitor:
    """A new visitor of the committed notebooks."""
    return Visitor(dashboard)


@pytest.fixture
def guest(classroom: str) -> Visitor:
    """A new visitor of pages that get a kernel."""
    return Visitor(classroom)


def write(path: Path, cells: tuple[str, ...], kernelspec: dict[str, str]) -> None:
    """Write a notebook with a title and these code cells."""
    metadata = {"title": path.stem, "kernelspec": kernelspec}
    title = new_markdown_cell(f"# {path.stem}", id="title")
    code = [new_code_cell(cell, id=f"cell{number}") for number, cell in enumerate(cells)]
    nbformat.write(new_notebook(cells=[title, *code], metadata=metadata), path)


@pytest.fixture(scope="session")
def odd_dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard of notebooks with failing cells or odd kernels."""
    folder = tmp_path_factory.mktemp("odd")
    write(folder / "index.ipynb", QUIZ, PYTHON)
    write(folder / "failing.ipynb", (*QUIZ, *FAILING), PYTHON)
    write(folder / "failing_first.ipynb", (*FAILING, *QUIZ), PYTHON)
    for name, kernelspec in ODD_KERNELS.items():
        write(folder / f"{name}.ipynb", QUIZ, kernelspec)
    with server.dashboard(tmp_path_factory.mktemp("odd_log") / "log", folder) as address:
        yield address


@pytest.fixture
def odd_visitor(odd_dashboard: str) -> Visitor:
    """A new visitor of the notebooks that go wrong."""
    return Visitor(odd_dashboard)
