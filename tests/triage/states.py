"""States of the checklist that tests share: the brief's grid, and seeded random sets."""

from __future__ import annotations

from itertools import chain, combinations, product
from random import Random

from teachback import load_topic
from teachback.triage import Finding, Findings, Symptom, advise

TOPIC = load_topic("bone_metastasis")
CHECKLIST = TOPIC.checklist
SYMPTOMS = [symptom.id for symptom in CHECKLIST.symptoms]
MODIFIERS = [modifier.id for modifier in CHECKLIST.modifiers]
MODIFIER_SETS = [
    frozenset(some)
    for some in chain.from_iterable(combinations(MODIFIERS, n) for n in range(len(MODIFIERS) + 1))
]
GRID = {"changed": (False, True), "severity": (2, 5, 7, 9), "days": (1, 4)}
STATES = [Finding(*one) for one in product(*GRID.values())]


def states_of(symptom: Symptom) -> list[Finding]:
    """Return the brief's states, over the fields that the rules look at for this symptom."""
    grid = {field: GRID[field] for field in symptom.fields}
    return [
        Finding()._replace(**dict(zip(grid, one, strict=True))) for one in product(*grid.values())
    ]


STATES_OF = {symptom.id: states_of(symptom) for symptom in CHECKLIST.symptoms}


def random_finding(random: Random) -> Finding:
    """Return any finding that a person may have."""
    return Finding(random.random() < 0.5, random.randint(1, 10), random.randint(0, 6))


def random_set(random: Random, sizes: range) -> Findings:
    """Return a random set of symptoms, with random fields and modifiers."""
    names = random.sample(SYMPTOMS, random.choice(sizes))
    present = {name: random_finding(random) for name in names}
    return Findings(present, random.choice(MODIFIER_SETS))


def rank(findings: Findings) -> int:
    """Return the rank that all rules together give."""
    return advise(CHECKLIST, findings).level.rank
