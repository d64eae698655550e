"""A real dashboard and a real Chromium, one of each for every test process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from tests.browser import server
from tests.browser.chromium import find_or_install
from tests.browser.classroom import write_classroom

# How long an example takes says something about the machine, nothing about the law.
settings.register_profile("teachback", deadline=None)
settings.load_profile("teachback")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the Chromium that is there; root needs --no-sandbox, and nothing calls home."""
    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    return {**browser_type_launch_args, "executable_path": find_or_install(), "args": quiet}


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running dashboard of the committed notebooks."""
    with server.dashboard(tmp_path_factory.mktemp("dashboard") / "log") as address:
        yield address


@pytest.fixture(scope="session")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running dashboard of pages that get a kernel."""
    folder = write_classroom(tmp_path_factory.mktemp("classroom"))
    with server.dashboard(tmp_path_factory.mktemp("classroom_log") / "log", folder) as address:
        yield address
