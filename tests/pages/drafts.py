"""Small notebooks for the tests of the gates: one good page, and what may be put in its place."""

from pathlib import Path

import nbformat
import nbformat.v4 as make

from teachback import load_topic
from teachback.pages import review

TOPIC = load_topic("bone_metastasis")
CITED = "A new pain is often the first sign. [American Cancer Society](#S-ACS2)"
TOP = """# Title

This page shows which pain needs a call.

**Main points**

- Tell your team about each new pain. [American Cancer Society](#S-ACS2)
- Call when it is worse at night.
- Write down where it hurts."""
SOURCES = 'SourceList(topic, "S-ACS2")'
ABOUT = {"audience": "patient", "purpose": "Learn which pain needs a call."}


def draft(path: Path, *cells: str, title: str = "Title", facts=("SEED-06",), **about) -> Path:
    """Write a notebook; text that starts with a call of a view is a code cell."""
    node = make.new_notebook(metadata={"title": title, "teachback": ABOUT | about})
    for number, source in enumerate(cells):
        code = source.startswith(("SourceList", "Quiz", "IconArray", "a ="))
        cell = (make.new_code_cell if code else make.new_markdown_cell)(source)
        cell.id = f"cell-{number}"
        cell.metadata["teachback"] = {"facts": list(facts)}
        node.cells.append(cell)
    nbformat.write(node, path)
    return path


def mistakes(folder: Path, *cells: str, topic=TOPIC, **about) -> list[str]:
    """Return what is found in a page of these cells, as it is printed."""
    path = draft(folder / "page.ipynb", *cells, **about)
    return [str(one) for one in review(path, "page.ipynb", topic).mistakes]


def with_text(folder: Path, text: str, **about) -> list[str]:
    """Return what is found in the good page with this text below its main points."""
    return mistakes(folder, TOP, f"## Pain\n\n{text}\n\n{CITED}", SOURCES, **about)
