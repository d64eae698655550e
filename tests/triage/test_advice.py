"""More or worse never lowers the level, and the browser gives the same advice as Python."""

from itertools import combinations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teachback.triage import Finding, Findings, advise, checklist_sheet, findings_of_state
from tests.javascript import call_many
from tests.triage.states import CHECKLIST, MODIFIERS, STATES, SYMPTOMS, TOPIC, random_set, rank

NUMBERS = {"emergency": "911", "team": None}
SHEET = checklist_sheet(CHECKLIST, TOPIC.names, "guided", NUMBERS)

findings = st.builds(
    Findings,
    st.dictionaries(st.sampled_from(SYMPTOMS), st.sampled_from(STATES)),
    st.frozensets(st.sampled_from(MODIFIERS)),
)


def changed(found, **symptoms):
    return Findings({**found.present, **symptoms}, found.modifiers)


@settings(max_examples=300)
@given(findings, st.sampled_from(SYMPTOMS), st.sampled_from(STATES))
def test_p1_one_more_symptom_never_lowers_the_level(found, symptom, state):
    if symptom not in found.present:
        assert rank(changed(found, **{symptom: state})) >= rank(found)


@settings(max_examples=300)
@given(findings, st.data())
def test_p2_p3_p6_worse_is_never_lower(found, data):
    if not found.present:
        return
    symptom = data.draw(st.sampled_from(sorted(found.present)))
    one = found.present[symptom]
    for worse in (
        one._replace(changed=True),
        one._replace(severity=10),
        one._replace(days=99),
        Finding(),
    ):
        assert rank(changed(found, **{symptom: worse})) >= rank(found)


@given(findings, st.sampled_from(MODIFIERS))
def test_p4_one_more_modifier_never_lowers_the_level(found, modifier):
    assert rank(Findings(found.present, found.modifiers | {modifier})) >= rank(found)


@given(findings)
def test_p5_the_whole_is_at_least_as_urgent_as_each_part(found):
    parts = [Findings({name: one}, found.modifiers) for name, one in found.present.items()]
    assert rank(found) >= max(map(rank, parts), default=-1)


@given(findings, st.randoms())
def test_p7_the_order_of_symptoms_changes_nothing(found, random):
    turned = list(found.present.items())
    random.shuffle(turned)
    assert advise(CHECKLIST, Findings(dict(turned), found.modifiers)) == advise(CHECKLIST, found)


@given(findings)
def test_p10_every_level_is_explained_by_the_rules_that_set_it(found):
    advice = advise(CHECKLIST, found)
    nothing = advice.level.id == "NONE"
    assert nothing == (not advice.rules) == (not advice.reasons) == (not advice.sources)
    assert nothing == (not found.present)


@pytest.mark.parametrize("symptom", [s.id for s in CHECKLIST.symptoms if s.red_flag])
@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_a_red_flag_alone_is_an_emergency_also_when_not_sure(symptom, answer):
    assert advise(CHECKLIST, found_in({symptom: answer})).level.id == "EMERGENCY_NOW"


def found_in(answers):
    return findings_of_state(CHECKLIST, {"answers": answers})


def as_browser(finding):
    return {"changed": int(finding.changed), "severity": finding.severity, "days": finding.days}


def as_browser_all(found):
    present = {name: as_browser(one) for name, one in found.present.items()}
    return {"present": present, "modifiers": sorted(found.modifiers)}


def assert_same_advice(sheet, many):
    browser = call_many("advise", sheet, [as_browser_all(found) for found in many])
    python = [advise(CHECKLIST, found) for found in many]
    assert [(one["rank"], one["rules"]) for one in browser] == [
        (one.level.rank, list(one.rules)) for one in python
    ]


def single_states():
    """Every state of every symptom alone, without and with all modifiers."""
    for name, state, held in product(SYMPTOMS, STATES, [[], MODIFIERS]):
        yield Findings({name: state}, frozenset(held))


def pairs_at_worst():
    """Every pair of symptoms, with all that is unknown counted as worst."""
    for pair in combinations(SYMPTOMS, 2):
        yield found_in(dict.fromkeys(pair, "unsure"))


def some_pairs():
    """A seeded sample of pairs of states."""
    random = Random(2)
    return [random_set(random, range(2, 3)) for _ in range(3000)]


def some_sets():
    """A seeded sample of sets of any size up to nine."""
    random = Random(9)
    return [random_set(random, range(10)) for _ in range(3000)]


@pytest.mark.parametrize("many", [single_states, pairs_at_worst, some_pairs, some_sets])
def test_the_browser_applies_the_whole_rule_set_as_python_does(many):
    assert_same_advice(SHEET, list(many()))


def test_the_page_asks_every_symptom_and_gets_every_rule():
    asked = [symptom["id"] for group in SHEET["groups"] for symptom in group["symptoms"]]
    assert sorted(asked) == sorted(SYMPTOMS)
    assert set(SHEET["rules"]) == {rule.id for rule in CHECKLIST.rules}
    assert {rank for _, rank, _ in SHEET["clauses"]} == {0, 1, 2, 3}


def test_p14_red_flags_are_asked_first_on_two_screens():
    flags = {symptom.id for symptom in CHECKLIST.symptoms if symptom.red_flag}
    first_two = [symptom["id"] for group in SHEET["groups"][:2] for symptom in group["symptoms"]]
    assert set(first_two) == flags


def test_in_education_mode_no_rule_reaches_the_browser():
    sheet = checklist_sheet(CHECKLIST, TOPIC.names, "education", NUMBERS)
    assert (sheet["clauses"], sheet["rules"]) == ([], {})
