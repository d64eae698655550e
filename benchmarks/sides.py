"""The two sides that are measured: their servers, and how a probe finds its way on their pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.proxy import READY
from benchmarks.stock_notebook import write_stock_notebook
from benchmarks.stock_quiz import CARD, FEEDBACK
from teachback.content import load_topic
from teachback.questions import QuestionSet
from tests.browser.server import NOTEBOOKS, ROOT, dashboard, free_port, running

LESSON = "patient/03_signs_to_know"
IMPORTABLE = {"PYTHONPATH": str(ROOT)}  # `benchmarks` itself, in a kernel and in the proxy
CLICKS = 7
MS_TO_THINK = 400


@dataclass(frozen=True)
class Side:
    """One of the two: the address of its lesson, also by the slow line, and the probe's plan."""

    name: str
    address: str
    delayed_address: str
    plan: dict[str, Any]


@contextmanager
def both_sides() -> Iterator[tuple[Side, Side]]:
    """Start all servers, give stock Voila's side and ours, and stop the servers at the end."""
    quiz = load_topic("bone_metastasis").quizzes["signs_to_know"]
    with TemporaryDirectory() as name, ExitStack() as servers:
        folder = Path(name)
        stock = servers.enter_context(_stock_voila(quiz, folder))
        ours = servers.enter_context(dashboard(folder / "ours.log"))
        slow_stock = servers.enter_context(slow_line(stock, folder / "slow_stock.log"))
        slow_ours = servers.enter_context(slow_line(ours, folder / "slow_ours.log"))
        page = f"{LESSON}.html"
        yield (
            Side("stock", stock, slow_stock, plan("stock", quiz)),
            Side("ours", ours + page, slow_ours + page, plan("ours", quiz)),
        )


@contextmanager
def _stock_voila(quiz: QuestionSet, folder: Path) -> Iterator[str]:
    notebook = folder / "stock.ipynb"
    write_stock_notebook(NOTEBOOKS / f"{LESSON}.ipynb", quiz, notebook)
    port = free_port()
    command = ("voila", str(notebook), "--no-browser", "--port", str(port))
    with running(*command, ready="is running at", log=folder / "stock.log", env=IMPORTABLE):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def slow_line(root: str, log: Path) -> Iterator[str]:
    """Give an address by which the server at `root` is reached 150 ms later, there and back."""
    port = free_port()
    command = ("benchmarks.proxy", str(port), root.rsplit(":", 1)[1].strip("/"))
    with running(*command, ready=READY, log=log, env=IMPORTABLE):
        yield f"http://127.0.0.1:{port}/"


def plan(side: str, quiz: QuestionSet) -> dict[str, Any]:
    """Return what the probe answers: the first option, later one wrong option after the other.

    Each wrong answer brings its own reason, so that a new text tells that the click has worked.
    """
    question = quiz.questions[0]
    options = list(enumerate(question.options))
    wrong = [{"place": place, "why": one.why} for place, one in options if one.right is None]
    where = {
        "stock": {"card": f".{CARD}", "feedback": f".{FEEDBACK}", "settled": "html"},
        "ours": {
            "card": "[data-question]",
            "feedback": ".tb-feedback",
            "settled": "html[data-teachback-kernel=none]",
        },
    }
    return {
        **where[side],
        "first": question.options[0].why,
        "clicks": [wrong[(number + 1) % len(wrong)] for number in range(CLICKS)],
        "think": MS_TO_THINK,
    }
