"""The rules say what the clinical brief's table 3.3 says, row by row.

The rows are transcribed here by hand, apart from the content, so that a slip in either shows.
`c` and `u` are changed and unchanged; three numbers are the severity bands 1-3, 4-6, 7-10.
"""

from itertools import product

import pytest

from teachback import load_topic
from teachback.triage import Finding, Findings, advise

CHECKLIST = load_topic("bone_metastasis").checklist
TABLE = {
    "T01": ("spine_pain", "c:2,2,2 u:0,1,2"),
    "T02": ("spine_pain_redflag", "c:2,2,2 u:1,1,1"),
    "T03": ("band_or_shooting_pain", "c:3,3,3 u:1,1,1"),
    "T04": ("limb_weakness", "c:3,3,3 u:1,1,1"),
    "T05": ("walking_trouble", "c:3,3,3 u:1,1,1"),
    "T06": ("numbness", "c:3,3,3 u:0,0,0"),
    "T07": ("saddle_numbness", "c:3,3,3 u:3,3,3"),
    "T08": ("bladder_change", "c:3,3,3 u:1,1,1"),
    "T09": ("bowel_control_change", "c:3,3,3 u:1,1,1"),
    "T12": ("suspected_break", "c:3,3,3 u:3,3,3"),
    "T24": ("confusion", "c:3,3,3 u:2,2,2"),
    "T25": ("hard_to_wake", "c:3,3,3 u:3,3,3"),
    "T27": ("no_urine_24h", "c:3,3,3 u:3,3,3"),
    "T41": ("seizure", "c:3,3,3 u:3,3,3"),
    "T42": ("stroke_signs", "c:3,3,3 u:3,3,3"),
    "T43": ("collapse_or_faint", "c:3,3,3 u:3,3,3"),
}
BANDS = ((1, 3), (4, 6), (7, 10))
SPINE = ("spine_pain", "spine_pain_redflag", "band_or_shooting_pain")
NERVE = ("limb_weakness", "walking_trouble", "numbness")
NERVE += ("saddle_numbness", "bladder_change", "bowel_control_change")
UNCHANGED = Finding(changed=False, severity=1, days=0)


def cells():
    for rule, (symptom, row) in TABLE.items():
        for column in row.split():
            changed, levels = column.split(":")
            for band, level in zip(BANDS, levels.split(","), strict=True):
                for severity in band:
                    yield rule, symptom, changed == "c", severity, int(level)


@pytest.mark.parametrize(("rule", "symptom", "changed", "severity", "rank"), cells())
def test_each_cell_of_the_table(rule, symptom, changed, severity, rank):
    advice = advise(CHECKLIST, Findings({symptom: Finding(changed, severity)}))
    assert (advice.level.rank, advice.rules) == (rank, (rule,))


@pytest.mark.parametrize(("spine", "nerve"), product(SPINE, NERVE))
def test_spine_and_nerve_together_are_an_emergency_even_unchanged(spine, nerve):
    advice = advise(CHECKLIST, Findings({spine: UNCHANGED, nerve: UNCHANGED}))
    assert advice.level.id == "EMERGENCY_NOW"
    assert "X1" in advice.rules


def test_the_table_has_a_row_for_every_symptom_and_every_rule_of_one_symptom():
    assert {row[0] for row in TABLE.values()} == {symptom.id for symptom in CHECKLIST.symptoms}
    assert set(TABLE) == {rule.id for rule in CHECKLIST.rules if rule.symptom}


def test_a_team_that_cannot_be_reached_turns_same_day_into_an_emergency():
    found = {"spine_pain": Finding(changed=True, severity=2)}
    assert advise(CHECKLIST, Findings(found)).level.id == "SAME_DAY"
    advice = advise(CHECKLIST, Findings(found, frozenset({"team_unreachable"})))
    assert (advice.level.id, advice.rules) == ("EMERGENCY_NOW", ("X12",))
