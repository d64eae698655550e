"""Real Chromium, one for every test process."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.chromium import find_or_install


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the Chromium that is there; root needs --no-sandbox, and nothing calls home."""
    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    return {**browser_type_launch_args, "executable_path": find_or_install(), "args": quiet}
