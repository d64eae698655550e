"""A folder of pages that get a kernel: the quiz of a lesson, and a checklist."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

LOAD = 'from teachback import Checklist, Quiz, load_topic\ntopic = load_topic("bone_metastasis")'
PYTHON = {"display_name": "Python 3", "language": "python", "name": "python3"}
PAGES = {
    "index": ("always", 'Quiz(topic, "signs_to_know")'),
    "checklist": ("always", "Checklist(topic)"),
    "shared": ("always", "Checklist(topic, share=True)"),
    "asked": ("on-demand", 'Quiz(topic, "signs_to_know")'),
    "alone": ("never", 'Quiz(topic, "signs_to_know")'),
}
QUIZ_PAGE, CHECKLIST_PAGE, SHARED_PAGE, ASKED_PAGE, ALONE_PAGE = PAGES


def write_classroom(folder: Path) -> Path:
    """Write the notebooks into `folder` and return it."""
    for name, (kernel, shown) in PAGES.items():
        metadata = {"title": name, "kernelspec": PYTHON, "teachback": {"kernel": kernel}}
        words = new_markdown_cell(f"# {name}\n\nWords to read.", id="words")
        code = [new_code_cell(cell, id=f"cell{place}") for place, cell in enumerate([LOAD, shown])]
        notebook = new_notebook(cells=[words, *code], metadata=metadata)
        nbformat.write(notebook, folder / f"{name}.ipynb")
    return folder
