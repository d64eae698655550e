"""A real dashboard, one for every test process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser import server


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running dashboard of the committed notebooks."""
    with server.dashboard(tmp_path_factory.mktemp("dashboard") / "log") as address:
        yield address
