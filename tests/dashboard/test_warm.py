"""Kernels are forked from a warm process; they outlive it, and never the server."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir

import psutil
import pytest

from tests.browser import kernel, server
from tests.browser.classroom import QUIZ_PAGE, write_classroom
from tests.browser.visitor import KernelPart, Visitor
from tests.dashboard.processes import alive, no_warm_process, until, warm_process

SECRET = {"A_SECRET_OF_THE_SERVER": "canary", "PYTHONFAULTHANDLER": ""}
PID = "__import__('os').getpid()"


@dataclass(frozen=True)
class House:
    """A dashboard and its process."""

    address: str
    pid: int

    def kernel(self) -> str:
        """Return the id of a new kernel with a page's widgets in it."""
        part = KernelPart.of(Visitor(self.address).ask_for_kernel(QUIZ_PAGE))
        assert part.models
        return part.kernel_id

    def warm(self) -> psutil.Process:
        return until(lambda: warm_process(self.pid), "a warm process")


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A dashboard that nobody does any harm."""
    folder = write_classroom(tmp_path_factory.mktemp("calm"))
    with server.house(folder / "log", folder, env=SECRET, spare=1) as (address, process):
        yield House(address, process.pid)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    folder = write_classroom(tmp_path)
    with server.house(tmp_path / "log", folder, env=SECRET, spare=1) as (address, process):
        yield House(address, process.pid)


def process_of(kernel_id: str) -> psutil.Process:
    return psutil.Process(kernel.read(kernel_id, PID))


def test_a_kernel_is_a_fork_of_a_process_that_runs_one_thread(calm: House) -> None:
    one, other = calm.kernel(), calm.kernel()
    warm = calm.warm()
    for forked in map(process_of, (one, other)):
        assert forked.parent() == warm
        assert os.getpgid(forked.pid) == forked.pid
    assert warm.num_threads() == 1
    assert kernel.read(one, "__import__('random').random()") != kernel.read(
        other, "__import__('random').random()"
    )
    assert kernel.answers(one) == kernel.answers(other) == {}


def test_a_kernel_knows_no_secret_of_the_server(calm: House) -> None:
    kernel_id = calm.kernel()
    assert "canary" not in kernel.read(kernel_id, "str(__import__('os').environ)")
    for one in (calm.warm(), process_of(kernel_id)):
        assert "canary" not in str(one.environ())


def test_nothing_that_runs_in_a_kernel_is_written_to_a_history(calm: House) -> None:
    enabled = "__import__('IPython').get_ipython().history_manager.enabled"
    assert kernel.read(calm.kernel(), enabled) is False


def test_the_end_of_the_warm_process_ends_no_kernel_and_keeps_nobody_waiting(house: House) -> None:
    first = house.kernel()
    before = process_of(first)
    warm = house.warm()
    warm.kill()
    second = house.kernel()
    assert kernel.answers(first) == kernel.answers(second) == {}
    assert process_of(first) == before
    again = until(
        lambda: (found := warm_process(house.pid)) and found != warm and found, "another one"
    )
    until(lambda: process_of(house.kernel()).parent() == again, "a fork of the other one")


def test_a_warm_process_that_cannot_start_leaves_the_stock_way(tmp_path: Path) -> None:
    folder = write_classroom(tmp_path)
    env = no_warm_process(tmp_path)
    with server.house(tmp_path / "log", folder, env=env, spare=0) as (address, process):
        kernel_id = House(address, process.pid).kernel()
        assert "ipykernel_launcher" in process_of(kernel_id).cmdline()
        assert kernel.answers(kernel_id) == {}


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM], ids=lambda one: one.name)
def test_nothing_outlives_the_server(house: House, number: signal.Signals) -> None:
    house.kernel()
    house.warm()
    below = psutil.Process(house.pid).children(recursive=True)
    assert len(below) >= 2
    os.kill(house.pid, number)
    until(lambda: not alive(below), "the end of all kernels and of the warm process")


def test_nothing_outlives_the_server_when_the_warm_process_went_first(house: House) -> None:
    kernel_id = house.kernel()
    orphan = process_of(kernel_id)
    house.warm().kill()
    until(lambda: orphan.parent() is None or orphan.ppid() != house.pid, "an orphan")
    os.kill(house.pid, signal.SIGKILL)
    until(lambda: not alive([orphan]), "the end of the orphan")


def files_of(kernel_id: str) -> list[Path]:
    """Return the files by which a kernel is reached."""
    return list(Path(gettempdir()).glob(f"voila_*/kernel-{kernel_id}*"))


def test_a_kernel_that_dies_is_gone_with_its_files(house: House) -> None:
    kernel_id = house.kernel()
    assert files_of(kernel_id)
    kernel.kill(kernel_id)
    visitor = Visitor(house.address)
    until(lambda: visitor.ask(f"/api/kernels/{kernel_id}").status == 404, "its end is noticed")
    until(lambda: not files_of(kernel_id), "its files are gone")
