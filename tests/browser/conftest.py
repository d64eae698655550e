"""Small courses made for a test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser import made_course


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small course, as files."""
    with made_course.served(made_course.course(), tmp_path_factory.mktemp("course")) as address:
        yield address


@pytest.fixture(scope="session")
def tablet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same course as a shared device shows it, cleared after five minutes without use."""
    site = made_course.course(shared_device=True, idle_minutes=5)
    with made_course.served(site, tmp_path_factory.mktemp("tablet")) as address:
        yield address
