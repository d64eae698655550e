"""The lookup leaves no clause out: it holds what asking every clause holds."""

from random import Random

from teachback.triage import Clause, Finding, Findings
from teachback.triage.lookup import Lookup
from teachback.triage.predicate import holds
from tests.triage.states import CHECKLIST, random_set

PAIN = ["has", "pain", 0, 0, 0]
DRUG = ["modifier", "drug"]


def asked_one_by_one(found):
    """Every clause is asked; one that looks at the level counts only if it raises it."""
    early = {(c.rule, c.rank) for c in CHECKLIST.clauses if holds(c.condition, found, -1)}
    first = max((rank for _, rank in early), default=-1)
    late = {(c.rule, c.rank) for c in CHECKLIST.clauses if holds(c.condition, found, first)}
    return early | {(rule, rank) for rule, rank in late if rank > first}


def test_the_lookup_finds_what_asking_every_clause_finds():
    random = Random(5)
    for found in (random_set(random, range(10)) for _ in range(1000)):
        lines = CHECKLIST.lookup.held(found)
        assert {(line.rule, line.rank) for line in lines} == asked_one_by_one(found)


def test_a_clause_that_needs_no_symptom_is_always_asked():
    clauses = [Clause("A", 1, ["at_least", 1, [PAIN, DRUG]]), Clause("B", 2, ["level", 0])]
    lookup = Lookup(clauses, frozenset({"drug"}))
    both = {"A", "B"}
    assert lookup.held(Findings({})) == []
    assert {line.rule for line in lookup.held(Findings({}, frozenset({"drug"})))} == both
    assert {line.rule for line in lookup.held(Findings({"pain": Finding()}))} == both
