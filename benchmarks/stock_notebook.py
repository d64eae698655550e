"""The stock notebook: the real lesson's text and blocks, its quiz replaced by stock widgets."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from teachback.content import load_topic
from teachback.pages.execute import WIDGET_VIEW, prepare
from teachback.questions import QuestionSet


def write_stock_notebook(lesson: Path, quiz: QuestionSet, target: Path) -> None:
    """Write the stock twin of `lesson`, whose only widget is `quiz`, to `target`."""
    executed = prepare(lesson, load_topic("bone_metastasis").deployment)
    cells = [twin for cell in executed.cells for twin in _twins(cell, quiz)]
    metadata = {"kernelspec": executed.metadata.kernelspec}
    nbformat.write(new_notebook(cells=cells, metadata=metadata), target)


def _twins(cell: nbformat.NotebookNode, quiz: QuestionSet) -> list[nbformat.NotebookNode]:
    """Return what stands for `cell`: nothing for a cell that shows nothing on a page."""
    if cell.cell_type == "markdown":
        return [cell]
    shown = [output.data for output in cell.outputs if "data" in output]
    return [new_code_cell(_source(data, quiz)) for data in shown]


def _source(data: dict[str, str], quiz: QuestionSet) -> str:
    if WIDGET_VIEW in data:
        questions = quiz.model_dump_json()
        return f"from benchmarks.stock_quiz import stock_quiz\nstock_quiz({questions!r})"
    return f"from IPython.display import HTML\nHTML({data['text/html']!r})"
