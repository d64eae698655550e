"""A second reading of the clinical brief 3.3 and 3.4, written apart from the rules.

It may say "exactly" and "unless" as the brief does; the rules may not.
"""

from __future__ import annotations

from teachback.triage import Finding, Findings
from tests.triage.brief import BANDS, COLUMNS, DISTRESS, RULE_OF

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


def alone(name: str, found: Finding, held: frozenset[str]) -> int:
    """Return the level of one symptom by its row of the table."""
    columns = COLUMNS[name]
    for column, levels in columns.items():
        holds = {
            "": True,
            "c": found.changed,
            "u": not found.changed,
            "<3days": found.days < 3,
            "3+days": found.days >= 3,
            "distress": True,
            "else": not held & columns.keys(),
        }
        if holds.get(column, column in held):
            bands = DISTRESS if column == "distress" else BANDS
            band = next(n for n, (_, most) in enumerate(bands) if found.severity <= most)
            return levels[band]
    raise AssertionError(name)


def ambers(found: Findings) -> int:
    """Return how many symptoms count for the two-amber rule."""
    return sum(
        alone(name, one, found.modifiers) >= 1 and (one.changed or "c" not in COLUMNS[name])
        for name, one in found.present.items()
        if name not in {"distress", "dental_work_planned"}
    )


def advice(found: Findings) -> tuple[int, set[str]]:
    """Return the level, and the rules that set it."""
    levels = {
        RULE_OF[name]: alone(name, one, found.modifiers) for name, one in found.present.items()
    }
    for combined in (spine_and_nerve, calcium, head, others):
        levels |= combined(found)
    levels["X11"] = 2 if ambers(found) >= 2 else -1
    highest = max(levels.values())
    if highest == 2 and "team_unreachable" in found.modifiers:
        return 3, {"X12"}
    return highest, {rule for rule, level in levels.items() if level == highest >= 0}
