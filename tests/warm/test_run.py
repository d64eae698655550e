"""Many notebooks are run quickly, each alone, and nothing of it stays."""

import os
import tempfile
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat.v4 as make
import psutil
import pytest

from teachback.warm.run import Runner

WHO = "import os\nprint(os.getppid(), os.getcwd(), 'mine' in dir())\nmine = 1"
OPTIONS = {"timeout": 60, "allow_errors": True}


def notebook(*cells):
    return make.new_notebook(cells=[make.new_code_cell(cell) for cell in cells])


def printed(node):
    return [output.get("text", output.get("ename")) for output in node.cells[-1].outputs]


def below():
    return psutil.Process().children(recursive=True)


@pytest.fixture
def started():
    """Which processes the test started: others below this one may serve tests before it."""
    before = below()
    return lambda: [one for one in below() if one not in before]


@pytest.fixture
def short(monkeypatch):
    """A temporary folder with a name as short as sockets need it."""
    with TemporaryDirectory() as folder:
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)


@pytest.fixture
def runner(short):  # noqa: ARG001  it is used where it is set
    with Runner() as one:
        yield one


def test_each_notebook_runs_alone_in_a_fork_of_one_process(started, runner, short):
    where = {"metadata": {"path": str(short)}}
    told = [printed(runner.run(notebook(WHO), resources=where, **OPTIONS)) for _ in range(2)]
    warm = started()[0]  # a kernel just killed may still be there, too
    assert told == [[f"{warm.pid} {short} False\n"]] * 2


def test_a_failing_cell_and_a_killed_kernel_spare_the_next_notebook(runner):
    assert printed(runner.run(notebook("1 / 0"), **OPTIONS)) == ["ZeroDivisionError"]
    with pytest.raises(RuntimeError, match="died"):
        runner.run(notebook("import os\nos.kill(os.getpid(), 9)"), **OPTIONS)
    assert printed(runner.run(notebook("print(2)"), **OPTIONS)) == ["2\n"]


def test_without_a_fork_notebooks_run_as_well(runner, monkeypatch):
    monkeypatch.setattr("teachback.warm.run.CAN_FORK", False)
    (line,) = printed(runner.run(notebook(WHO), **OPTIONS))
    assert line.split()[0] == str(os.getpid())


def test_a_folder_too_long_for_a_socket_is_not_used(tmp_path, monkeypatch):
    far = tmp_path / ("x" * 40)
    far.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(far))
    with Runner() as runner:
        assert printed(runner.run(notebook("print(1)"), **OPTIONS)) == ["1\n"]
    assert list(far.iterdir()) == []


def test_nothing_stays(started, short):
    threads = psutil.Process().num_threads()
    with Runner() as runner:
        assert printed(runner.run(notebook("print(1)"), **OPTIONS)) == ["1\n"]
        assert started()
    assert started() == []
    assert list(short.iterdir()) == []
    assert psutil.Process().num_threads() <= threads + 2  # zmq's own two stay with its context


def test_a_runner_that_runs_nothing_starts_nothing(started):
    with Runner():
        assert started() == []
