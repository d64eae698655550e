"""Where a dashboard is and who lets people in: below a path, behind a doorkeeper, under a hub."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from websocket import WebSocketBadStatusException, create_connection

from teachback.dashboard.kernel import kernel_environment
from tests.browser import server
from tests.browser.classroom import ALONE_PAGE, QUIZ_PAGE, write_classroom
from tests.browser.visitor import KernelPart, Reply, Visitor
from tests.dashboard.elsewhere import BASE, WORD

HUB = {
    "JUPYTERHUB_SERVICE_URL": "http://127.0.0.1:8888/user/ann/",
    "JUPYTERHUB_SERVICE_PREFIX": "/user/ann/",
    "JUPYTERHUB_API_TOKEN": "canary",
}
NO_HUB_HERE = "import sys\nsys.modules['jupyterhub'] = None\n"


@pytest.fixture(scope="module")
def shut(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard below a path that lets in only those who say a word."""
    folder, port = write_classroom(tmp_path_factory.mktemp("shut")), server.free_port()
    command = ("tests.dashboard.elsewhere", str(folder), str(port), "shut")
    with server.running(*command, ready="teachback ready:", log=folder / "log"):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="module")
def kernel_id(shut: str) -> str:
    """A kernel of somebody who was let in."""
    friend = Visitor(shut)
    friend.ask(f"{BASE}{QUIZ_PAGE}.html", headers=WORD)
    token = {"X-XSRFToken": friend.xsrf, "Content-Length": "0", **WORD}
    return KernelPart.of(friend.ask(f"{BASE}kernel/{QUIZ_PAGE}.html", "POST", token)).kernel_id


def closed(kernel_id: str) -> list[tuple[str, str]]:
    """Return every way of asking that shows a page or reaches a kernel."""
    seen = ["", f"{QUIZ_PAGE}.html", f"{ALONE_PAGE}.html", f"api/kernels/{kernel_id}"]
    asked = [(way, one) for one in seen for way in ("GET", "HEAD", "POST")]
    return [*asked, ("POST", f"kernel/{QUIZ_PAGE}.html"), ("POST", f"kernel/{ALONE_PAGE}.html")]


def expect_shut(reply: Reply, kernel_id: str) -> None:
    assert reply.status in {302, 403, 405}
    assert "Words to read." not in reply.text
    assert kernel_id not in reply.text
    assert "kernelId" not in reply.text


def test_whoever_is_not_let_in_sees_no_page_and_reaches_no_kernel(
    shut: str, kernel_id: str
) -> None:
    stranger = Visitor(shut)
    stranger.xsrf = "a"
    for method, path in closed(kernel_id):
        token = {"X-XSRFToken": "a", "Content-Length": "0"}
        expect_shut(stranger.ask(BASE + path, method, token), kernel_id)


def line(shut: str, kernel_id: str, word: dict[str, str]) -> None:
    there = f"{shut.replace('http', 'ws')}{BASE}api/kernels/{kernel_id}/channels"
    create_connection(f"{there}?session_id={uuid4()}", origin=shut, header=word, timeout=30).close()


def test_only_who_is_let_in_gets_a_line(shut: str, kernel_id: str) -> None:
    line(shut, kernel_id, WORD)
    with pytest.raises(WebSocketBadStatusException) as refused:
        line(shut, kernel_id, {})
    assert refused.value.status_code == 403


def test_who_is_let_in_sees_the_pages_and_nobody_is_at_another_path(shut: str) -> None:
    assert "Words to read." in Visitor(shut).ask(BASE, headers=WORD).text
    assert Visitor(shut).ask("/", headers=WORD).status == 404
    assert Visitor(shut).ask(f"{BASE}healthz").text == "ok\n"


def refused(tmp_path: Path, env: dict[str, str]) -> str:
    """Return the words with which a dashboard refuses to be a server of a hub."""
    (tmp_path / "sitecustomize.py").write_text(NO_HUB_HERE)
    clean = {name: one for name, one in os.environ.items() if not name.startswith("JUPYTERHUB_")}
    done = subprocess.run(
        [sys.executable, "-m", "teachback", "serve", str(tmp_path), "--hub"],
        env={**clean, **env, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    return done.stderr


@pytest.mark.parametrize("missing", HUB)
def test_what_no_hub_started_is_not_served_as_if_one_had(tmp_path: Path, missing: str) -> None:
    env = {name: value for name, value in HUB.items() if name != missing}
    assert missing in refused(tmp_path, env)


def test_without_the_package_that_asks_the_hub_nothing_is_served(tmp_path: Path) -> None:
    assert "needs the package jupyterhub" in refused(tmp_path, HUB)


def test_no_kernel_gets_the_token_of_the_hub(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in HUB.items():
        monkeypatch.setenv(name, value)
    assert [name for name in kernel_environment() if name.startswith("JUPYTERHUB")] == []
