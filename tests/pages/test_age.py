"""Content is looked at again within a year; a developer's check never minds (law 8)."""

from datetime import date

import pytest
from typer.testing import CliRunner

from teachback.cli import app
from teachback.content.yaml_file import YamlFile
from teachback.pages.age import OLDEST, SOON, aged


@pytest.fixture
def files(tmp_path):
    path = tmp_path / "facts.yaml"
    path.write_text(
        "facts:\n- {id: a, reviewed: 2025-11-25}\n- {id: b, reviewed: 2026-05-01}\n"
        "- {id: c, reviewed: 2025-11-25}\n"
    )
    return [YamlFile(path)]


@pytest.mark.parametrize(
    ("today", "months", "count"),
    [
        (date(2026, 11, 24), OLDEST, 0),
        (date(2026, 11, 25), OLDEST, 1),
        (date(2026, 10, 25), SOON, 1),
        (date(2026, 10, 24), SOON, 0),
        (date(2027, 5, 1), OLDEST, 2),
    ],
)
def test_content_is_old_after_twelve_months_and_soon_after_eleven(files, today, months, count):
    assert len(list(aged(files, today, months))) == count


def test_what_is_old_is_counted_once_for_each_day_at_the_first_line(files):
    (mistake,) = aged(files, date(2026, 11, 25))
    assert mistake.line == 2
    assert "2 parts of this file last checked 12 months ago, on 2025-11-25" in mistake.message


def test_only_a_scheduled_check_fails_on_old_content(monkeypatch):
    old = "teachback.pages.coverage.Coverage.today"
    monkeypatch.setattr(old, date(2030, 1, 1))
    args = ["check", "docs/nothing.yaml"]
    said = CliRunner().invoke(app, args)
    scheduled = CliRunner().invoke(app, [*args, "--scheduled"])
    assert "months ago" not in said.stderr
    assert "facts.yaml:" in scheduled.stderr
    assert "months ago" in scheduled.stderr
    assert scheduled.exit_code == 1
