"""The rules say what the clinical brief's tables 3.3 and 3.4 say, row by row.

The rows of 3.3 stand in `brief.py`, those of 3.4 below: transcribed by hand, apart from the
content, so that a slip in either shows.
"""

import re
from itertools import product

import pytest

from teachback import load_topic
from teachback.triage import Finding, Findings, advise
from teachback.triage.predicate import holds
from tests.triage.brief import NERVE, RED_FLAGS, SPINE, TABLE, cells

CHECKLIST = load_topic("bone_metastasis").checklist
# Which rule sets which level, and near misses ("-": the rule is not among those that set it).
# A symptom is new, mild (1 of 10) and since today, unless marked: u = unchanged, a number =
# severity, d3 = three days. Modifiers start with @.
COMBINED = """
X1 3 spine_pain.u numbness.u | -X1 0 spine_pain.u bone_pain.u
X2 3 spine_pain constipation | -X2 2 spine_pain constipation.u
X2 3 spine_pain_redflag constipation | X2 3 band_or_shooting_pain constipation
X2b 2 spine_pain.u constipation | -X2b 0 spine_pain.u constipation.u
X2b 2 spine_pain_redflag.u constipation | X2b 2 band_or_shooting_pain.u constipation
X3 2 numbness.u bladder_change.u | -X3 1 bladder_change.u bone_pain.u
X4a 3 fall spine_pain | X4a 3 fall spine_pain_redflag | X4a 3 fall band_or_shooting_pain
-X4a 1 fall spine_pain.u | -X4a 1 fall spine_pain_redflag.u | -X4a 1 fall band_or_shooting_pain.u
X4b 2 fall bone_pain | X4b 3 fall bone_pain.7 | X4b 2 fall bone_pain.6 | -X4b 1 fall bone_pain.u
X4b 2 fall weight_bearing_pain | -X4b 1 fall weight_bearing_pain.u | -X4b 2 fall bone_pain.u.7
X4b 2 fall weight_bearing_pain bone_pain.u.9
X5a 2 thirst urinating_a_lot | -X5a 0 thirst.u urinating_a_lot.u | X5a 2 nausea constipation
X5a 2 dehydration_signs drowsiness | X5a 2 thirst fatigue appetite_loss | -X5a 1 thirst fatigue
X5a 2 constipation fatigue appetite_loss | -X5a 1 thirst fatigue appetite_loss.u
X5a 2 vomiting_cant_keep_fluids thirst | -X5a 2 nausea vomiting_cant_keep_fluids
-X5a 0 nausea.u constipation | -X5a 0 fatigue appetite_loss
X5b 3 drowsiness thirst urinating_a_lot | -X5b 2 drowsiness.u thirst urinating_a_lot
X5b 3 drowsiness dehydration_signs nausea | -X5b 2 drowsiness nausea vomiting_cant_keep_fluids
X5b 3 irregular_heartbeat thirst drowsiness | -X5b 2 irregular_heartbeat thirst fatigue
X5b 3 confusion.u thirst urinating_a_lot | -X5b 2 confusion.u thirst fatigue
X5b 3 confusion.u constipation fatigue appetite_loss | -X5b 2 confusion.u thirst
X6 3 leg_swelling_one_side breathlessness.u | -X6 2 leg_swelling_one_side fatigue
X7a 2 headache nausea.u | -X7a 0 headache.u nausea.u | -X7a 1 headache walking_trouble.u
X7a 2 headache vision_change | -X7a 1 headache vision_change.u | X7a 2 headache drowsiness
X7b 3 headache nausea.u vision_change | -X7b 2 headache nausea vomiting_cant_keep_fluids
X7b 3 headache walking_trouble drowsiness | -X7b 2 headache vision_change drowsiness.u
X8 2 jaw_or_mouth_problem infection_signs @on_bone_drug
X8 2 jaw_or_mouth_problem temp_37_5_or_below_36 @on_bone_drug
X8 2 jaw_or_mouth_problem fever_38 @on_bone_drug | -X8 2 jaw_or_mouth_problem fever_38
-X8 1 jaw_or_mouth_problem infection_signs | -X8 1 jaw_or_mouth_problem nausea @on_bone_drug
X9 3 low_calcium_signs breathlessness.u | -X9 1 low_calcium_signs fatigue
X9 3 low_calcium_signs irregular_heartbeat | -X9 1 low_calcium_signs numbness.u
X9 3 low_calcium_signs limb_weakness.u | X9 3 low_calcium_signs confusion.u
X10 3 head_injury @blood_thinner | -X10 2 head_injury @recent_tx @on_bone_drug
X10 3 head_injury nausea.u | X10 3 head_injury vomiting_cant_keep_fluids
X10 3 head_injury headache.u | X10 3 head_injury drowsiness.u | X10 3 head_injury confusion.u
X11 2 fall thirst | -X11 1 fall thirst.u | X11 2 fall constipation.u.d3
X11 2 bone_pain thirst | -X11 1 bone_pain.u.6 weight_bearing_pain.u | -X11 1 fall constipation.d2
-X11 1 fall distress.7 | -X11 1 fall dental_work_planned @on_bone_drug
X12 3 spine_pain.2 @team_unreachable | -X12 2 spine_pain.2 | -X12 1 fall @team_unreachable
"""
LINES = [one.split() for one in re.split(r"[|\n]", COMBINED) if one.strip()]


def read(words):
    present = {}
    for word in words:
        name, *marks = word.split(".")
        of = {mark[0]: int(mark[1:] or 0) for mark in marks if not mark.isdigit()}
        severity = next((int(mark) for mark in marks if mark.isdigit()), 1)
        present[name] = Finding("u" not in of, severity, of.get("d", 0))
    modifiers = frozenset(name[1:] for name in present if name.startswith("@"))
    return Findings({name: one for name, one in present.items() if name[0] != "@"}, modifiers)


@pytest.mark.parametrize("rule", TABLE)
def test_each_cell_of_the_table(rule):
    for _, symptom, found, held, rank in (cell for cell in cells() if cell[0] == rule):
        advice = advise(CHECKLIST, Findings({symptom: found}, held))
        assert (advice.level.rank, advice.rules) == (rank, (rule,)), (found, held)


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_each_example_of_more_than_one_symptom(line):
    rule, rank, *words = line
    advice = advise(CHECKLIST, read(words))
    assert advice.level.rank == int(rank)
    assert (rule.lstrip("-") in advice.rules) != rule.startswith("-")


@pytest.mark.parametrize(("spine", "nerve"), product(SPINE, NERVE))
def test_spine_and_nerve_together_are_an_emergency_even_unchanged(spine, nerve):
    advice = advise(CHECKLIST, read([f"{spine}.u", f"{nerve}.u"]))
    assert advice.level.id == "EMERGENCY_NOW"
    assert "X1" in advice.rules


def test_two_ambers_count_each_cell_that_is_urgent_and_changed():
    (two_ambers,) = [one.condition for one in CHECKLIST.clauses if one.rule == "X11"]
    for rule, symptom, found, held, rank in cells():
        partner = "fall" if symptom != "fall" else "seizure"
        counts = rank >= 1 and (found.changed or "c:" not in TABLE[rule][1])
        present = {symptom: found, partner: Finding()}
        expected = counts and symptom not in {"distress", "dental_work_planned"}
        assert holds(two_ambers, Findings(present, held), -1) == expected, (rule, found)


def test_the_table_has_a_row_for_every_symptom_and_every_rule():
    assert {row[0] for row in TABLE.values()} == {symptom.id for symptom in CHECKLIST.symptoms}
    assert set(TABLE) == {rule.id for rule in CHECKLIST.rules if rule.symptom}
    assert {line[0] for line in LINES if line[0][0] != "-"} == {
        rule.id for rule in CHECKLIST.rules if not rule.symptom
    }


def test_red_flags_are_those_of_the_brief():
    expected = {TABLE[rule][0] for rule in RED_FLAGS.split()}
    assert {symptom.id for symptom in CHECKLIST.symptoms if symptom.red_flag} == expected
