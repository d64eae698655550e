"""Every rule and every level of a rule matters to an example that is written down (P15)."""

from itertools import product

import pytest

from teachback.triage import Finding, Findings
from teachback.triage.lookup import Lookup
from tests.triage.brief import NERVE, SPINE, cells
from tests.triage.states import CHECKLIST
from tests.triage.test_reference_table import LINES, read

CLAUSES = CHECKLIST.clauses
# Wherever these hold, two ambers are there, so X11 gives the same level; they add their reason.
SAME_LEVEL_AS_X11 = {"X8 deleted", "X8 weakened from 2", "X4b weakened from 2"}
MODIFIERS = frozenset(modifier.id for modifier in CHECKLIST.modifiers)


def written_examples():
    """The examples beside the rules, and the rows of the reference table."""
    for one in (example for rule in CHECKLIST.rules for example in rule.examples):
        present = {name: Finding(g.changed, g.severity, g.days) for name, g in one.given.items()}
        yield Findings(present, frozenset(name for name, held in one.modifiers.items() if held))
    yield from (Findings({symptom: found}, held) for _, symptom, found, held, _ in cells())
    yield from (read(words) for _, _, *words in LINES)
    yield from (read([f"{spine}.u", f"{nerve}.u"]) for spine, nerve in product(SPINE, NERVE))


def mutants():
    """Every rule deleted, and every clause weakened by one level."""
    for rule in dict.fromkeys(clause.rule for clause in CLAUSES):
        yield rule, f"{rule} deleted", [one for one in CLAUSES if one.rule != rule]
    for place, clause in enumerate(CLAUSES):
        weaker = clause._replace(rank=clause.rank - 1)
        name = f"{clause.rule} weakened from {clause.rank}"
        yield clause.rule, name, [*CLAUSES[:place], weaker, *CLAUSES[place + 1 :]]


def outcome(lines):
    """The level, and the rules that set it."""
    level = max((line.rank for line in lines), default=-1)
    return level, {line.rule for line in lines if line.rank == level}


def changes(clauses, examples):
    """Whether these clauses change the level of an example, and the rules that set one."""
    mutant = Lookup(clauses, MODIFIERS)
    pairs = [(outcome(mutant.held(found)), expected) for found, expected in examples]
    return any(new[0] != old[0] for new, old in pairs), any(new != old for new, old in pairs)


def judged():
    """Each mutant's name, and whether it changes a level, and the rules that set one."""
    of_rule = {clause.rule: [] for clause in CLAUSES}
    for found in written_examples():
        lines = CHECKLIST.lookup.held(found)
        for rule in {line.rule for line in lines}:
            of_rule[rule].append((found, outcome(lines)))
    for rule, name, clauses in mutants():
        yield name, *changes(clauses, of_rule[rule])


def test_p15_every_mutant_changes_the_level_of_an_example():
    survivors = [
        name
        for name, level, setters in judged()
        if not (setters if name in SAME_LEVEL_AS_X11 else level)
    ]
    assert survivors == []


@pytest.mark.parametrize(
    "mildest",
    [
        "fall bone_pain",
        "fall weight_bearing_pain",
        "jaw_or_mouth_problem infection_signs @on_bone_drug",
        "jaw_or_mouth_problem temp_37_5_or_below_36 @on_bone_drug",
        "jaw_or_mouth_problem fever_38 @on_bone_drug",
    ],
)
def test_two_ambers_are_there_wherever_these_rules_hold(mildest):
    lines = CHECKLIST.lookup.held(read(mildest.split()))
    assert {("X11", 2)} < {(line.rule, line.rank) for line in lines}
    assert {"X4b", "X8"} & {line.rule for line in lines}


def test_the_mutants_cover_the_whole_rule_set():
    assert len(list(mutants())) == len(CHECKLIST.rules) + len(CLAUSES)
