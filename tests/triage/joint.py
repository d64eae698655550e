"""Joint truth tables: what X1 to X12 look at, all combined, each predicate in its mildest form."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod

from teachback.triage import Finding, Findings

OLD, NEW = Finding(False, 1, 0), Finding(True, 1, 0)
STRONG = Finding(True, 7, 0)
Part = tuple[str, Finding | None]
"""A symptom in a state, or a modifier (with none)."""
Choice = tuple[tuple[Part, ...], ...]
"""The ways in which a part of a table can be: nothing first."""


def either(*parts: Part) -> Choice:
    """Return that all of these are there, or none."""
    return ((), parts)


SPINE: Choice = ((), (("spine_pain", OLD),), (("spine_pain", NEW),))
NERVE: Choice = (
    (),
    (("numbness", OLD),),
    (("numbness", OLD), ("bladder_change", OLD)),
)
BONE: Choice = ((), (("bone_pain", NEW),), (("bone_pain", STRONG),))
CALCIUM: Choice = ((), (("thirst", NEW),), (("thirst", NEW), ("urinating_a_lot", NEW)))
SHARED: tuple[Choice, ...] = (
    either(("fall", NEW)),
    either(("drowsiness", NEW)),
    either(("confusion", OLD)),
    either(("irregular_heartbeat", NEW)),
    either(("nausea", NEW)),
    either(("headache", NEW)),
    either(("head_injury", NEW)),
    either(("low_calcium_signs", NEW)),
    either(("team_unreachable", None)),
)
TABLES: dict[str, tuple[Choice, ...]] = {
    "spine, bones, calcium and head": (
        SPINE,
        NERVE,
        BONE,
        CALCIUM,
        either(("constipation", NEW)),
        either(("fatigue", NEW), ("appetite_loss", NEW)),
        either(("vision_change", NEW)),
        *SHARED,
    ),
    "chest, jaw, blood thinner and head": (
        either(("breathlessness", OLD)),
        either(("leg_swelling_one_side", NEW)),
        either(("jaw_or_mouth_problem", NEW), ("on_bone_drug", None)),
        either(("infection_signs", NEW)),
        either(("blood_thinner", None)),
        either(("limb_weakness", OLD)),
        *SHARED,
    ),
}


def size(name: str) -> int:
    """Return how many rows a table has."""
    return prod(len(choice) for choice in TABLES[name])


def rows(name: str) -> Iterator[Findings]:
    """Yield every row of a table."""
    for row in product(*TABLES[name]):
        parts = [part for some in row for part in some]
        present = {symptom: found for symptom, found in parts if found is not None}
        yield Findings(present, frozenset(one for one, found in parts if found is None))
