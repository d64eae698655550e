"""The rules and a second reading of the brief agree, over whole tables and random sets."""

from __future__ import annotations

from itertools import combinations, islice
from random import Random

import pytest

from teachback.triage import Finding, Findings, advise
from tests.triage.brief import COLUMNS
from tests.triage.joint import TABLES, rows, size
from tests.triage.oracle import advice, ambers
from tests.triage.states import CHECKLIST, random_set

SAMPLE = 4_000


def given(found: Findings) -> tuple[int, set[str]]:
    told = advise(CHECKLIST, found)
    return told.level.rank, set(told.rules)


@pytest.mark.parametrize("name", TABLES)
def test_a_sample_of_each_joint_table_has_the_level_and_the_rules_of_the_brief(name: str) -> None:
    step = max(1, size(name) // SAMPLE) | 1
    for found in islice(rows(name), 0, None, step):
        assert given(found) == advice(found), found


def test_random_sets_have_the_level_and_the_rules_of_the_brief() -> None:
    source = Random(34)
    for found in (random_set(source, range(13)) for _ in range(5_000)):
        assert given(found) == advice(found), found


def test_two_ambers_are_counted_for_every_pair_and_for_none_alone() -> None:
    """X11 asks for two of its parts and holds no "not": singles and pairs are its whole table."""
    mild = {name: Finding(True, 4, 3) for name in COLUMNS}
    for held in (frozenset(), frozenset({"recent_tx", "on_bone_drug"})):
        for names in [*([one] for one in mild), *combinations(mild, 2)]:
            found = Findings({name: mild[name] for name in names}, held)
            fired = {line.rule for line in CHECKLIST.lookup.held(found)}
            assert ("X11" in fired) == (ambers(found) >= 2), found


@pytest.mark.parametrize("unreachable", [False, True])
@pytest.mark.parametrize(
    ("name", "level"),
    [(None, -1), ("sleep_trouble", 0), ("fall", 1), ("very_worried", 2), ("seizure", 3)],
)
def test_an_unreachable_team_raises_the_same_day_and_no_other_level(
    name: str | None, level: int, unreachable: bool
) -> None:
    held = frozenset({"team_unreachable"} if unreachable else ())
    rank, rules = given(Findings({name: Finding()} if name else {}, held))
    assert rank == (3 if unreachable and level == 2 else level)
    assert (rules == {"X12"}) == (unreachable and level == 2)
