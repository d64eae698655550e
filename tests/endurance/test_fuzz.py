"""A sample of `python -m tests.endurance.fuzz`."""

from __future__ import annotations

from pathlib import Path

from tests.endurance.fuzz import fuzzed


def test_no_stranger_runs_code_reads_files_or_sees_a_traceback(tmp_path: Path) -> None:
    with fuzzed(tmp_path) as house:
        stranger, prober = house.messages(1500, seed=2), house.requests(300, seed=2)
        assert stranger.violations + prober.violations + house.in_the_log() == []
        assert (stranger.told, prober.asked) == (1500, 300)
