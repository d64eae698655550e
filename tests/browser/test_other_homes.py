"""The same notebook in other people's servers: plain Voila and plain JupyterLab."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Route, expect

from tests.browser import server
from tests.browser.quiz_page import LESSON, PATIENCE, QUESTIONS, answer, card, expect_reason

RUN_ALL = '[data-command="runmenu:run-all"]'
PLAIN_LAB = (
    "--no-browser",
    "--ServerApp.port_retries=0",
    "--ServerApp.allow_root=True",
    "--IdentityProvider.token=",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.news_url=None",
)


@contextmanager
def plain_voila(folder: Path) -> Iterator[str]:
    """Run Voila with its own template on the lesson; it answers once it is up."""
    address = f"http://127.0.0.1:{(port := server.free_port())}/"
    notebook = str(folder / f"{LESSON}.ipynb")
    options = ("--template=lab", "--no-browser", f"--port={port}", "--Voila.port_retries=0")
    ready = f"{address}voila/static/voila.js"
    with server.running("voila", notebook, *options, ready=ready, log=folder / "log"):
        yield address


@contextmanager
def plain_lab(folder: Path) -> Iterator[str]:
    """Run JupyterLab as it comes, without anybody's settings."""
    address = f"http://127.0.0.1:{(port := server.free_port())}/"
    ours = ("WORKSPACES", "SETTINGS")
    env = {f"JUPYTERLAB_{name}_DIR": str(folder.parent / name) for name in ours}
    env["JUPYTER_CONFIG_DIR"] = str(folder.parent / "config")
    command = ("jupyterlab", f"--port={port}", f"--ServerApp.root_dir={folder}", *PLAIN_LAB)
    with server.running(*command, ready=f"{address}api", log=folder.parent / "log", env=env):
        yield address


def stay_at_home(page: Page, address: str) -> None:
    """Cut the page off from every other host; stock Voila asks for style sheets elsewhere."""

    def fetch(route: Route) -> None:
        route.continue_() if route.request.url.startswith(address) else route.abort()

    page.route("https://**/*", fetch)


def expect_answers(page: Page) -> None:
    """Expect a question of each kind to be answered with its reason."""
    for question in QUESTIONS[:2]:
        place = card(page, question)
        place.wait_for(state="attached", timeout=PATIENCE)
        place.scroll_into_view_if_needed()
        answer(page, question)
        expect_reason(page, question)


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(server.NOTEBOOKS, folder / "notebooks"))


def test_the_quiz_answers_in_plain_voila(page: Page, tmp_path: Path) -> None:
    with plain_voila(copied(tmp_path)) as address:
        stay_at_home(page, address)
        page.goto(address, wait_until="commit")
        expect_answers(page)


def test_the_quiz_answers_in_plain_jupyter_lab(page: Page, tmp_path: Path) -> None:
    with plain_lab(copied(tmp_path)) as address:
        stay_at_home(page, address)
        page.goto(f"{address}lab/tree/{LESSON}.ipynb?reset")
        expect(page.get_by_text("| Idle")).to_be_visible(timeout=PATIENCE)
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.locator(RUN_ALL).click()
        expect_answers(page)
