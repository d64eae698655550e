"""A rule has one of three forms, and every line of it is fired by a worked example."""

import pytest
from pydantic import ValidationError

from teachback import load_topic
from teachback.triage import Finding, Findings, Rule
from teachback.triage.predicate import holds

CHECKLIST = load_topic("bone_metastasis").checklist
RANKS = CHECKLIST.ranks
SIGNED = {"evidence": "design", "reviewed": "2026-11-23", "facts": [], "sources": ["S"]}
GIVEN = {"reason": "Why.", "examples": [{"given": {}, "level": "NONE"}]}
STEPS = {"symptom": "a", "steps": [{"level": "NEXT_VISIT"}]}
WHEN = {"when": {"all": ["a", "b"]}, "level": "SAME_DAY"}
CASES = {"cases": [WHEN, {"when": {"symptom": "a", "severity": 7}, "level": "EMERGENCY_NOW"}]}


def rule(**form):
    whole = {"id": "X", **SIGNED, **GIVEN, **form}
    return Rule.model_validate(whole, strict=False)


@pytest.mark.parametrize(
    ("form", "ranks"), [(STEPS, [0]), (WHEN, [2]), (CASES, [2, 3])], ids=["steps", "when", "cases"]
)
def test_a_rule_has_a_clause_for_each_level_it_can_give(form, ranks):
    assert [clause.rank for clause in rule(**form).clauses(RANKS)] == ranks


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"symptom": "a"},
        {"level": "SAME_DAY"},
        {"cases": []},
        {"when": {"symptom": "a"}},
        {**STEPS, **WHEN},
        {**WHEN, **CASES},
        {**STEPS, **CASES},
        {**CASES, "level": "SAME_DAY"},
        {"cases": [{"level": "SAME_DAY"}]},
    ],
    ids=str,
)
def test_a_rule_of_two_forms_or_of_none_is_refused(form):
    with pytest.raises(ValidationError):
        rule(**form)


def found(example):
    given = {name: Finding(g.changed, g.severity, g.days) for name, g in example.given.items()}
    return Findings(given, frozenset(name for name, held in example.modifiers.items() if held))


@pytest.mark.parametrize("rule", CHECKLIST.rules, ids=lambda rule: rule.id)
def test_every_step_and_case_decides_in_an_example(rule):
    for level, condition in rule.conditions():
        at_level = [found(one) for one in rule.examples if one.level == level]
        compiled = condition.compiled(RANKS)
        assert any(holds(compiled, one, RANKS["SAME_DAY"]) for one in at_level), (level, condition)
