"""A sample of `python -m tests.endurance.day`."""

from __future__ import annotations

from pathlib import Path

from tests.endurance.day import PAGES, WAVE, day, left_behind


def test_visitors_leave_nothing_behind(tmp_path: Path) -> None:
    with day(tmp_path, seed=1) as one:
        assert one.go_to(PAGES) == []
        before = one.state()
        assert one.come(5, 1) + one.come(WAVE, WAVE) == []
        assert left_behind(before, one.state()) == []
