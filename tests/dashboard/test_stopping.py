"""Starting and stopping: one line when ready, one sentence when not, and nothing left behind."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from select import select

import psutil
import pytest

from tests.browser.classroom import CHECKLIST_PAGE, QUIZ_PAGE, write_classroom
from tests.browser.server import NOTEBOOKS, free_port
from tests.browser.visitor import KernelPart, Visitor

SECONDS_TO_STOP = 20
SECONDS_TO_START = 120
SIGNALS = [signal.SIGTERM, signal.SIGINT]


def command(folder: Path | str, port: int | str) -> list[str]:
    serve = ["-m", "teachback", "serve", str(folder), "--port", str(port), "--no-browser"]
    return [sys.executable, *serve]


@contextmanager
def started(folder: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """Start a dashboard and kill whatever is left of it in the end."""
    process = subprocess.Popen(
        command(folder, port), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        for one in psutil.Process().children(recursive=True):
            if process.pid in {one.pid, *(parent.pid for parent in one.parents())}:
                one.kill()
        process.communicate()


def first_line(process: subprocess.Popen[str]) -> str:
    """Return the first line of standard output, however long the pages take to prepare."""
    assert process.stdout
    ready, _, _ = select([process.stdout], [], [], SECONDS_TO_START)
    assert ready, "the dashboard said nothing"
    return process.stdout.readline()


def refused(folder: Path | str, port: int | str) -> str:
    """Return the words with which a dashboard refuses to start."""
    done = subprocess.run(
        command(folder, port), capture_output=True, text=True, timeout=30, check=False
    )
    assert "Traceback" not in done.stderr, done.stderr[-300:]
    assert done.returncode == 2
    assert done.stdout == ""
    return done.stderr


def one_sentence(words: str) -> str:
    assert len(words.splitlines()) == 1
    return words


@pytest.mark.parametrize("signal_number", SIGNALS, ids=lambda one: one.name)
def test_a_dashboard_serves_when_it_says_so_and_takes_its_kernels_with_it(
    signal_number: signal.Signals, tmp_path: Path
) -> None:
    address = f"http://127.0.0.1:{(port := free_port())}/"
    with started(write_classroom(tmp_path), port) as process:
        assert first_line(process) == f"teachback ready: {address}\n"
        visitor = Visitor(address)
        assert visitor.ask("/").status == 200
        for page in (QUIZ_PAGE, CHECKLIST_PAGE):
            assert KernelPart.of(visitor.ask_for_kernel(page)).models
        kernels = psutil.Process(process.pid).children(recursive=True)
        assert len(kernels) >= 2
        process.send_signal(signal_number)
        assert process.wait(SECONDS_TO_STOP) == 0
        _, alive = psutil.wait_procs(kernels, timeout=SECONDS_TO_STOP)
        assert alive == []


@pytest.mark.parametrize("signal_number", SIGNALS, ids=lambda one: one.name)
def test_a_dashboard_stops_without_complaint_while_its_kernels_start(
    signal_number: signal.Signals, tmp_path: Path
) -> None:
    with started(write_classroom(tmp_path), free_port()) as process:
        first_line(process)
        process.send_signal(signal_number)
        _, complaints = process.communicate(timeout=SECONDS_TO_STOP)
        assert process.returncode == 0
        assert "Traceback" not in complaints


def test_a_taken_port_is_named() -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert str(port) in one_sentence(refused(NOTEBOOKS, port))


@pytest.mark.parametrize("port", [-1, 0, 70000])
def test_a_port_that_cannot_be_is_named(port: int) -> None:
    assert str(port) in refused(NOTEBOOKS, port)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert str(tmp_path / "nowhere") in one_sentence(refused(tmp_path / "nowhere", free_port()))


def test_a_folder_without_a_start_page_is_named(tmp_path: Path) -> None:
    assert str(tmp_path) in one_sentence(refused(tmp_path, free_port()))


@pytest.mark.parametrize("text", ["{", '{"cells": 1, "nbformat": 4}'])
def test_a_notebook_that_cannot_be_read_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "index.ipynb").write_text(text)
    assert "index.ipynb" in one_sentence(refused(tmp_path, free_port()))
