"""What is measured: one lesson in five homes, and how a probe finds its way in each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat

from benchmarks.bare import write_bare_page
from benchmarks.files import Packed
from benchmarks.proxy import READY
from benchmarks.stock_notebook import write_stock_notebook
from benchmarks.stock_quiz import CARD, FEEDBACK
from teachback.content import load_topic
from teachback.pages import prepare_site
from teachback.pages.static import build
from teachback.questions import QuestionSet
from tests.browser.files import files_of
from tests.browser.server import NOTEBOOKS, ROOT, free_port, house, running

LESSON = "patient/03_signs_to_know"
IMPORTABLE = {"PYTHONPATH": str(ROOT)}  # `benchmarks` itself, in a kernel and in the proxy
CLICKS = 7
MS_TO_THINK = 400

STOCK, BARE, STATIC = "stock Voila", "bare page", "static page"
READING, KERNEL = "page without a kernel", "page with a kernel"
SIDES = (STOCK, BARE, STATIC, READING, KERNEL)
STATES = {READING: "none", KERNEL: "connected", STATIC: "none"}


@dataclass(frozen=True)
class Side:
    """One home of the lesson: its address, also by the slow line, and the probe's plan."""

    name: str
    address: str
    delayed_address: str
    plan: dict[str, Any]


@dataclass(frozen=True)
class Server:
    """A server: the address of the lesson on it, and its process."""

    address: str
    process: int


def the_quiz() -> QuestionSet:
    """Return the lesson's quiz."""
    return load_topic("bone_metastasis").quizzes["signs_to_know"]


@contextmanager
def all_sides() -> Iterator[tuple[Side, ...]]:
    """Start all servers, give every home of the lesson, and stop the servers at the end."""
    with TemporaryDirectory() as name, ExitStack() as servers:
        folder = Path(name)
        addresses = {
            one: servers.enter_context(serve(one, folder)).address
            for one in (STOCK, READING, KERNEL)
        }
        addresses |= _static_addresses(servers, folder)
        yield tuple(
            Side(
                one,
                addresses[one],
                servers.enter_context(_slow_line(addresses[one], folder)),
                plan(one),
            )
            for one in SIDES
        )


@contextmanager
def serve(side: str, folder: Path) -> Iterator[Server]:
    """Run the server of a side; what it writes goes into `folder`."""
    log = folder / f"{side}.log"
    if side == STOCK:
        notebook, port = folder / "stock.ipynb", free_port()
        write_stock_notebook(NOTEBOOKS / f"{LESSON}.ipynb", the_quiz(), notebook)
        command = ("voila", str(notebook), "--no-browser", "--port", str(port))
        with running(*command, ready="is running at", log=log, env=IMPORTABLE) as process:
            yield Server(f"http://127.0.0.1:{port}/", process.pid)
    else:
        notebooks = NOTEBOOKS if side == READING else _with_kernel(folder)
        with house(log, notebooks) as (address, process):
            page = f"{LESSON}.html" if side == READING else ""
            yield Server(address + page, process.pid)


def _with_kernel(folder: Path) -> Path:
    """Write the lesson as a page that gets a kernel at once, and return its folder."""
    notebook = nbformat.read(NOTEBOOKS / f"{LESSON}.ipynb", as_version=4)
    notebook.metadata["teachback"]["kernel"] = "always"
    notebooks = folder / "with_kernel"
    notebooks.mkdir()
    nbformat.write(notebook, notebooks / "index.ipynb")
    return notebooks


def _static_addresses(servers: ExitStack, folder: Path) -> dict[str, str]:
    """Serve the static site and the bare page, both as plain files."""
    site = folder / "site"
    build(prepare_site(NOTEBOOKS, load_topic("bone_metastasis"), lambda _: None), site, _nothing)
    write_bare_page(NOTEBOOKS / f"{LESSON}.ipynb", the_quiz(), site / "bare.html")
    root = servers.enter_context(files_of(site, Packed))
    return {BARE: f"{root}bare.html", STATIC: f"{root}{LESSON}.html"}


def _nothing(_: str) -> None:
    """Say nothing of progress."""


@contextmanager
def _slow_line(address: str, folder: Path) -> Iterator[str]:
    """Give an address by which the page at `address` is reached 150 ms later, there and back."""
    port = free_port()
    behind, _, path = address.removeprefix("http://127.0.0.1:").partition("/")
    command = ("benchmarks.proxy", str(port), behind)
    log = folder / f"slow_{port}.log"
    with running(*command, ready=READY, log=log, env=IMPORTABLE):
        yield f"http://127.0.0.1:{port}/{path}"


def plan(side: str) -> dict[str, Any]:
    """Return what the probe answers: the first option, later one wrong option after the other.

    Each wrong answer brings its own reason, so that a new text tells that the click has worked.
    """
    question = the_quiz().questions[0]
    options = list(enumerate(question.options))
    wrong = [{"place": place, "why": one.why} for place, one in options if one.right is None]
    state = STATES.get(side)
    return {
        "card": "[data-question]" if state else f".{CARD}",
        "feedback": ".tb-feedback" if state else f".{FEEDBACK}",
        "settled": f"html[data-teachback-kernel={state}]" if state else "html",
        "first": question.options[0].why,
        "clicks": [wrong[(number + 1) % len(wrong)] for number in range(CLICKS)],
        "think": MS_TO_THINK,
    }
