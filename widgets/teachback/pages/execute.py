"""Running a notebook ahead of time, once for each state of notebook and package."""

from __future__ import annotations

import hashlib
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from platformdirs import user_cache_path

from teachback.content import Deployment
from teachback.errors import PageError
from teachback.warm.run import Runner

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
WIDGET_STATE = "application/vnd.jupyter.widget-state+json"
SECONDS_PER_CELL = 60
_STYLE = re.compile(r"<style>.*?</style>\n", re.DOTALL)


def prepare(
    notebook: Path, deployment: Deployment, runner: Runner | None = None
) -> nbformat.NotebookNode:
    """Return the notebook executed, with its widgets' state; from the cache if nothing changed.

    A `runner` starts the kernels of many notebooks faster than each by itself.

    A failing cell stays in the result with its error; the page then says so in plain words.

    Raises:
        PageError: if the file is not a notebook.
    """
    kept = user_cache_path("teachback") / f"{_fingerprint(notebook, deployment)}.ipynb"
    if kept.is_file():
        return nbformat.read(kept, as_version=4)
    done = _executed(notebook, runner, store_widget_state=True)
    kept.parent.mkdir(parents=True, exist_ok=True)
    unfinished = kept.with_suffix(f".{id(done)}.part")
    nbformat.write(done, unfinished)
    unfinished.replace(kept)
    return done


def execute_in_place(notebook: Path) -> None:
    """Execute a notebook and write it back: outputs as text, no widget state, no style, no timing.

    Raises:
        CellExecutionError: if a cell fails; the file is then left as it was.
    """
    done = _executed(notebook, None, store_widget_state=False)
    for cell in done.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                raise CellExecutionError("", output.ename, output.evalue)
            _without_style(output.get("data", {}))
    done.metadata.pop("widgets", None)
    done.metadata.language_info = {"name": "python"}
    nbformat.write(done, notebook)


def _without_style(data: dict[str, Any]) -> None:
    """Take out of an output what would change in every notebook with each change of the style."""
    data.pop(WIDGET_VIEW, None)
    if "text/html" in data:
        data["text/html"] = _STYLE.sub("", data["text/html"])


def _executed(
    notebook: Path, runner: Runner | None, store_widget_state: bool
) -> nbformat.NotebookNode:
    options: dict[str, Any] = {
        "timeout": SECONDS_PER_CELL,
        "allow_errors": True,
        "store_widget_state": store_widget_state,
        "extra_arguments": ["--log-level=ERROR"],  # its warnings are about networks we do not use
        "resources": {"metadata": {"path": str(notebook.parent)}},
    }
    if runner:
        return runner.run(_read(notebook), **options)
    return NotebookClient(_read(notebook), kernel_name="python3", **options).execute()


def _read(notebook: Path) -> nbformat.NotebookNode:
    try:
        node = nbformat.read(notebook, as_version=4)
        nbformat.validate(node)
    except (ValueError, AttributeError, TypeError, nbformat.ValidationError) as error:
        why = str(error).splitlines()[0] if str(error) else type(error).__name__
        msg = f"{notebook} is not a valid notebook ({why[:80]}); open and save it in JupyterLab"
        raise PageError(msg) from error
    return node


def _fingerprint(notebook: Path, deployment: Deployment) -> str:
    """Return a name for everything that the executed notebook depends on."""
    digest = hashlib.sha256(notebook.read_bytes())
    digest.update(deployment.model_dump_json().encode())
    package = Path(str(files("teachback")))
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(package).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:32]
