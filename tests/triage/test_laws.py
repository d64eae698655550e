"""The laws of triage (clinical brief 3.6) that are about rules and words, P by P."""

from itertools import product
from random import Random

import pytest

from teachback.pages.reading import grade
from teachback.triage import Finding, Findings, advise, checklist_sheet, read_findings
from tests.triage.brief import TABLE
from tests.triage.states import (
    CHECKLIST,
    MODIFIERS,
    SYMPTOMS,
    TOPIC,
    random_set,
    rank,
)

VALUES = {
    "severity": range(1, 11),
    "changed": [True, False, "unsure"],
    "days": [0, 1, 2, 3, 4, 99],
}
FLAGS = [True, False, "unsure"]
MISSING_IS_WORST = [modifier.id for modifier in CHECKLIST.modifiers if modifier.missing]
RANDOM_COMPANIONS = [[], ["seizure"], *(Random(n).sample(SYMPTOMS, 3) for n in range(3))]
NEVER_ZERO = {
    "spine": "T01 T02 T03",
    "nerve": "T04 T05 T06 T07 T08 T09",
    "bone": "T10 T11 T12",
    "chest": "T34 T35",
    "infection": "T28 T29 T30 T31 T32 T33",
    "confusion": "T24",
    "bleeding": "T37 T38 T39",
}
SEED = {
    "weakness": "T04 T22",
    "fatigue": "T22",
    "numbness": "T06 T07",
    "nausea": "T16 T17",
    "loss of appetite": "T18",
    "dehydration": "T26 T27",
    "back or neck pain": "T01 T02 T03",
    "difficulty urinating": "T08",
    "difficulty with bowel movement": "T09 T21",
    "sudden severe pain, cannot move": "T12",
    "new pain": "T10 T11",
}
LOCKED = {
    3: 'Call 911 or go to the ER now. Say: "I have breast cancer in my bones." Do not drive '
    "yourself. If your back or a bone is hurt, stay still.",
    2: "Call your cancer team now, day or night. If no one calls back within 1 hour, go to the ER.",
    1: "Call your team in the next 24 hours (48 hours on a weekend at most). Call sooner if it "
    "gets worse.",
    0: "Write it down and tell your team at your next visit. Call sooner if it changes.",
    -1: "If you feel unwell, call your team.",
}
LOCKED_SIGNS = [
    "Weak or numb legs",
    "Trouble with bladder or bowels",
    "Sudden strong bone pain and can't move",
    "Confused or hard to wake",
    "Fever of 100.4 F (38 C) or more during cancer treatment",
]


def read(symptoms, **modifiers):
    given = {"symptoms": symptoms, "modifiers": modifiers}
    return read_findings(given, CHECKLIST.symptoms, CHECKLIST.modifiers)


def test_p5_a_symptom_of_the_highest_level_gives_it_whatever_else_is_there():
    random = Random(5)
    for name in SYMPTOMS:
        alone = Findings({name: Finding()}, frozenset(MODIFIERS))
        for other in (random_set(random, range(9)) for _ in range(25)):
            both = Findings({**other.present, **alone.present}, alone.modifiers)
            assert rank(both) >= max(rank(alone), rank(other))


@pytest.mark.parametrize("companions", RANDOM_COMPANIONS, ids=" ".join)
@pytest.mark.parametrize("field", VALUES)
def test_p6_a_missing_answer_is_the_worst_one(field, companions):
    for name, held in product(SYMPTOMS, [False, True]):
        symptoms = [name, *companions]
        flags = dict.fromkeys(MODIFIERS, held)
        missing = rank(read(symptoms, **flags))
        for value in VALUES[field]:
            assert missing >= rank(read(symptoms, **flags, **{field: {name: value}})), (name, value)


@pytest.mark.parametrize("modifier", MODIFIERS)
def test_p6_a_modifier_that_is_missing_or_not_sure_is_the_worst_one(modifier):
    random = Random(6)
    for symptoms in [[name] for name in SYMPTOMS] + [random.sample(SYMPTOMS, 2) for _ in range(99)]:
        severity = {name: random.randint(1, 10) for name in symptoms}
        levels = [rank(read(symptoms, severity=severity, **{modifier: flag})) for flag in FLAGS]
        assert levels[2] == levels[0] >= levels[1]
        if modifier in MISSING_IS_WORST:
            assert rank(read(symptoms, severity=severity)) == levels[0]


def test_p6_only_a_team_that_was_not_called_yet_starts_as_reachable():
    assert set(MODIFIERS) - set(MISSING_IS_WORST) == {"team_unreachable"}


def test_p7_order_and_repetition_change_nothing():
    random = Random(7)
    for _ in range(300):
        symptoms = random.sample(SYMPTOMS, random.randint(1, 6))
        severity = {name: random.randint(1, 10) for name in symptoms}
        again = random.choices(symptoms, k=4) + symptoms
        random.shuffle(again)
        turned = dict(reversed(severity.items()))
        first = advise(CHECKLIST, read(symptoms, severity=severity))
        assert advise(CHECKLIST, read(again, severity=turned)) == first


def test_p9_none_shows_no_level_of_urgency():
    advice = advise(CHECKLIST, Findings({}))
    assert (advice.level.id, advice.rules) == ("NONE", ())


@pytest.mark.parametrize("rule", " ".join(NEVER_ZERO.values()).split())
def test_p12_what_is_new_in_spine_nerve_bone_chest_infection_mind_or_blood_is_never_0(rule):
    mildest = Findings({TABLE[rule][0]: Finding(True, 1, 0)})
    assert rank(mildest) >= 1


@pytest.mark.parametrize("seed", SEED)
def test_p13_every_symptom_of_the_seed_article_has_a_rule(seed):
    rules = {rule.id: rule.symptom for rule in CHECKLIST.rules}
    for rule in SEED[seed].split():
        assert rules[rule] == TABLE[rule][0]


def test_p16_the_words_of_every_level_are_locked():
    assert {level.rank: level.text for level in CHECKLIST.levels} == LOCKED


def test_p16_the_danger_signs_are_locked_and_start_as_the_emergency_does():
    danger = CHECKLIST.danger_signs
    assert [sign.text for sign in danger.signs] == LOCKED_SIGNS
    assert LOCKED[3].startswith(danger.action)


@pytest.mark.parametrize("mode", ["guided", "education"])
def test_p16_the_page_has_the_same_words_in_both_modes(mode):
    sheet = checklist_sheet(CHECKLIST, TOPIC.names, mode, {"emergency": "911", "team": None})
    assert {level["rank"]: level["text"] for level in sheet["levels"]} == LOCKED
    assert [sign["text"] for sign in sheet["danger"]["signs"]] == LOCKED_SIGNS


def test_p16_the_words_for_urgent_help_are_easy_to_read():
    danger = CHECKLIST.danger_signs
    urgent = [LOCKED[3], LOCKED[2], f"{danger.lead} {danger.action}", ". ".join(LOCKED_SIGNS)]
    assert [text for text in urgent if grade(text) > 6] == []
