"""The whole truth table of what X1 to X10 look at, against an oracle read from the brief 3.4.

Predicates of one table are all combined with each other; tables that share none stand apart.
"""

from __future__ import annotations

from itertools import product

import pytest

from teachback.triage import Finding, Findings
from tests.triage.states import CHECKLIST

OLD, NEW = Finding(changed=False), Finding()
MILD, STRONG = Finding(severity=6), Finding(severity=7)
SPINE = ("spine_pain", "spine_pain_redflag", "band_or_shooting_pain")
NERVE = ("limb_weakness", "walking_trouble", "numbness", "bladder_change", "bowel_control_change")
CORE = ("thirst", "urinating_a_lot", "constipation", "drowsiness")
THREE, TWO = (None, OLD, NEW), (None, NEW)


def new(found: Findings, *names: str) -> int:
    """Return how many of these are there and changed."""
    return sum(name in found.present and found.present[name].changed for name in names)


def there(found: Findings, *names: str) -> int:
    """Return how many of these are there, changed or not."""
    return sum(name in found.present for name in names)


def spine_and_nerve(found: Findings) -> dict[str, int]:
    nerves = there(found, *NERVE, "saddle_numbness")
    blocked = new(found, "constipation")
    fall = there(found, "fall")
    bone = found.present.get("bone_pain")
    strong = bone is not None and bone.changed and bone.severity >= 7
    hurt = new(found, "bone_pain", "weight_bearing_pain")
    return {
        "X1": 3 if there(found, *SPINE) and nerves else -1,
        "X2": 3 if new(found, *SPINE) and blocked else -1,
        "X2b": 2 if there(found, *SPINE) and blocked else -1,
        "X3": 2 if nerves >= 2 else -1,
        "X4a": 3 if fall and new(found, *SPINE) else -1,
        "X4b": (3 if strong else 2) if fall and hurt else -1,
    }


def calcium(found: Findings) -> dict[str, int]:
    sick = new(found, "nausea") or there(found, "vomiting_cant_keep_fluids")
    core = bool(sick) + new(found, *CORE) + there(found, "dehydration_signs")
    soft = new(found, "fatigue", "appetite_loss")
    group = core >= 2 or (core >= 1 and soft >= 2)
    sleepy = new(found, "drowsiness") and core - 1 >= 2
    heart = there(found, "irregular_heartbeat") and core >= 2
    return {
        "X5a": 2 if group else -1,
        "X5b": 3 if sleepy or heart or (group and there(found, "confusion")) else -1,
    }


def head(found: Findings) -> dict[str, int]:
    sick = there(found, "nausea", "vomiting_cant_keep_fluids") > 0
    signs = sick + new(found, "vision_change", "walking_trouble", "drowsiness")
    ache = new(found, "headache")
    hurt = there(found, "head_injury") and (
        "blood_thinner" in found.modifiers
        or there(
            found, "nausea", "vomiting_cant_keep_fluids", "headache", "drowsiness", "confusion"
        )
    )
    return {
        "X7a": 2 if ache and signs >= 1 else -1,
        "X7b": 3 if ache and signs >= 2 else -1,
        "X10": 3 if hurt else -1,
    }


def others(found: Findings) -> dict[str, int]:
    germs = there(found, "fever_38", "temp_37_5_or_below_36", "infection_signs")
    jaw = there(found, "jaw_or_mouth_problem") and "on_bone_drug" in found.modifiers
    low = there(found, "irregular_heartbeat", "limb_weakness", "confusion", "breathlessness")
    return {
        "X6": 3 if there(found, "leg_swelling_one_side") and there(found, "breathlessness") else -1,
        "X8": 2 if jaw and germs else -1,
        "X9": 3 if there(found, "low_calcium_signs") and low else -1,
    }


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
