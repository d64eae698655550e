"""The whole truth table of what X1 to X10 look at, against an oracle read from the brief 3.4.

Predicates of one table are all combined with each other; tables that share none stand apart.
"""

from __future__ import annotations

from itertools import product

import pytest

from teachback.triage import Findings
from tests.triage.oracle import (
    CORE,
    MILD,
    NERVE,
    NEW,
    OLD,
    SPINE,
    STRONG,
    THREE,
    TWO,
    calcium,
    head,
    others,
    spine_and_nerve,
)
from tests.triage.states import CHECKLIST

TABLES = {
    "spine, nerves and bowels": (
        spine_and_nerve,
        dict.fromkeys((*SPINE, *NERVE), THREE) | {"saddle_numbness": TWO, "constipation": THREE},
        (),
    ),
    "spine, falls and bones": (
        spine_and_nerve,
        dict.fromkeys(SPINE, THREE)
        | {"fall": TWO, "weight_bearing_pain": THREE}
        | {"bone_pain": (None, OLD, MILD, STRONG)},
        (),
    ),
    "calcium": (
        calcium,
        dict.fromkeys((*CORE, "nausea", "fatigue", "appetite_loss", "confusion"), THREE)
        | dict.fromkeys(
            ("vomiting_cant_keep_fluids", "dehydration_signs", "irregular_heartbeat"), TWO
        ),
        (),
    ),
    "head": (
        head,
        dict.fromkeys(
            ("headache", "nausea", "vision_change", "walking_trouble", "drowsiness", "confusion"),
            THREE,
        )
        | dict.fromkeys(("vomiting_cant_keep_fluids", "head_injury"), TWO),
        ("blood_thinner",),
    ),
    "chest, jaw and low calcium": (
        others,
        dict.fromkeys(("breathlessness", "limb_weakness", "confusion"), THREE)
        | dict.fromkeys(
            ("leg_swelling_one_side", "jaw_or_mouth_problem", "fever_38", "infection_signs"), TWO
        )
        | dict.fromkeys(("temp_37_5_or_below_36", "low_calcium_signs", "irregular_heartbeat"), TWO),
        ("on_bone_drug",),
    ),
}


def rows(symptoms, modifiers):
    for states in product(*symptoms.values()):
        present = {n: one for n, one in zip(symptoms, states, strict=True) if one is not None}
        for held in product((False, True), repeat=len(modifiers)):
            yield Findings(
                present, frozenset(m for m, on in zip(modifiers, held, strict=True) if on)
            )


@pytest.mark.parametrize(("oracle", "symptoms", "modifiers"), TABLES.values(), ids=TABLES)
def test_every_row_fires_exactly_the_rules_of_the_brief(oracle, symptoms, modifiers):
    for found in rows(symptoms, modifiers):
        expected = oracle(found)
        fired = dict.fromkeys(expected, -1)
        for line in CHECKLIST.lookup.held(found):
            if line.rule in fired:
                fired[line.rule] = max(fired[line.rule], line.rank)
        assert fired == expected, found


@pytest.mark.parametrize("names", [("fall",), ("fall", "thirst"), ("fall", "distress")])
def test_two_ambers_and_an_unreachable_team(names):
    """X11 and X12 look at levels; every pair of states is compared in `make verify`."""
    held = {
        (line.rule, line.rank)
        for team in (False, True)
        for line in CHECKLIST.lookup.held(
            Findings(dict.fromkeys(names, NEW), frozenset({"team_unreachable"} if team else set()))
        )
    }
    ambers = len(set(names) - {"distress"})
    assert (("X11", 2) in held) == (ambers >= 2)
    assert (("X12", 3) in held) == (ambers >= 2 or "distress" in names)
