"""Each safety property of the clinical brief 3.6 has a test that carries its number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
NAMED = re.compile(r"^def (test_p\d+_\w+)", re.MULTILINE)


def named() -> dict[int, list[str]]:
    """Return the tests of each property, as `folder/file.py::test`."""
    found: dict[int, list[str]] = {number: [] for number in range(1, 18)}
    for file in sorted(TESTS.rglob("test_*.py")):
        for name in NAMED.findall(file.read_text("utf-8")):
            for number in re.findall(r"(?<=_)p(\d+)(?=_)", name):
                found[int(number)].append(f"{file.relative_to(TESTS)}::{name}")
    return found


@pytest.mark.parametrize("number", range(1, 18))
def test_each_property_has_a_test_by_its_number(number: int) -> None:
    assert named()[number]
