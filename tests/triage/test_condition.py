"""A condition says one thing, can be counted, and holds no negation."""

import pytest
from pydantic import ValidationError

from teachback.triage import Condition, Findings
from teachback.triage.findings import Finding
from teachback.triage.predicate import holds

RANKS = {"SAME_DAY": 2}


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"symptom": "a", "any": ["b"]},
        {"any": ["a"], "all": ["b"]},
        {"at_least": 2},
        {"of": ["a"]},
        {"at_least": 3, "of": ["a", "b"]},
        {"symptom": "a", "changed": False},
        {"changed": True},
        {"severity": 3, "modifier": "m"},
        {"symptom": "a", "not": True},
    ],
)
def test_a_condition_that_is_unclear_is_refused(wrong):
    with pytest.raises(ValidationError):
        Condition.model_validate(wrong)


@pytest.mark.parametrize(
    ("condition", "present", "modifiers", "level", "expected"),
    [
        ({"symptom": "a"}, {"a": Finding(False, 1, 0)}, (), -1, True),
        ({"symptom": "a", "changed": True}, {"a": Finding(False, 9, 9)}, (), -1, False),
        ({"symptom": "a", "severity": 7}, {"a": Finding(True, 6, 9)}, (), -1, False),
        ({"symptom": "a", "days": 3}, {"a": Finding(True, 1, 3)}, (), -1, True),
        ({"symptom": "a", "modifier": "m"}, {"a": Finding()}, (), -1, False),
        ({"symptom": "a", "modifier": "m"}, {"a": Finding()}, ("m",), -1, True),
        ({"any": ["a", "b"]}, {"b": Finding()}, (), -1, True),
        ({"all": ["a", "b"]}, {"b": Finding()}, (), -1, False),
        ({"at_least": 2, "of": ["a", "b", "c"]}, {"a": Finding(), "c": Finding()}, (), -1, True),
        ({"level": "SAME_DAY"}, {}, (), 1, False),
        ({"level": "SAME_DAY"}, {}, (), 2, True),
    ],
)
def test_when_a_condition_holds(condition, present, modifiers, level, expected):
    compiled = Condition.model_validate(condition).compiled(RANKS)
    assert holds(compiled, Findings(present, frozenset(modifiers)), level) is expected
