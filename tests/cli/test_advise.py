"""`teachback advise` keeps its contract."""

import json

import pytest
from typer.testing import CliRunner

from teachback.cli import app

UNCHANGED = {"severity": {"spine_pain": 3}, "changed": {"spine_pain": False}}


def advise(given):
    text = given if isinstance(given, str) else json.dumps(given)
    return CliRunner().invoke(app, ["advise", "-"], input=text)


def test_an_object_gives_an_object():
    result = advise({"symptoms": ["spine_pain"], "modifiers": {"team_unreachable": False}})
    advice = json.loads(result.stdout)
    assert (result.exit_code, advice["level"], advice["rules"]) == (0, "SAME_DAY", ["T01"])
    assert set(advice) == {"level", "rules", "text", "reasons", "sources"}
    assert advice["sources"] == ["S-ACS3", "S-RNOH"]


def test_a_list_gives_a_list_in_the_same_order():
    given = [{"symptoms": ["spine_pain"], "modifiers": UNCHANGED}, {"symptoms": ["seizure"]}]
    result = advise([*given, {"symptoms": []}])
    levels = [advice["level"] for advice in json.loads(result.stdout)]
    assert levels == ["NEXT_VISIT", "EMERGENCY_NOW", "NONE"]


def test_spine_and_nerve_together_are_an_emergency():
    advice = json.loads(advise({"symptoms": ["spine_pain", "numbness"]}).stdout)
    assert (advice["level"], advice["rules"]) == ("EMERGENCY_NOW", ["T06", "X1"])


@pytest.mark.parametrize(
    "given",
    [
        {"symptoms": ["nobody"]},
        {"symptoms": ["spine_pain"], "modifiers": {"severity": {"spine_pain": 11}}},
        {"symptoms": "spine_pain"},
        "not json",
        "",
        "[" * 100_000,
        [{"symptoms": ["spine_pain"]}, {"symptoms": ["nobody"]}],
    ],
)
def test_what_cannot_be_used_exits_with_two_and_the_emergency_words(given):
    result = advise(given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "911" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_missing_file_is_said_in_words():
    result = CliRunner().invoke(app, ["advise", "no/such/file.json"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "911" in result.stderr
