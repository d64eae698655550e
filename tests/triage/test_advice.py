"""More or worse never lowers the level, and the browser gives the same advice as Python."""

from itertools import combinations, islice, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teachback.triage import Finding, Findings, advise, checklist_sheet
from tests.javascript import call_many
from tests.triage.states import CHECKLIST, MODIFIERS, STATES, SYMPTOMS, TOPIC, random_set, rank

ASKED = [symptom.id for symptom in CHECKLIST.asked]
SHEET = checklist_sheet(CHECKLIST, TOPIC.names, "guided")
WHOLE = {**SHEET, "clauses": [list(clause) for clause in CHECKLIST.clauses]}

findings = st.builds(
    Findings,
    st.dictionaries(st.sampled_from(SYMPTOMS), st.sampled_from(STATES)),
    st.frozensets(st.sampled_from(MODIFIERS)),
)


def changed(found, **symptoms):
    return Findings({**found.present, **symptoms}, found.modifiers)


@settings(max_examples=300)
@given(findings, st.sampled_from(SYMPTOMS), st.sampled_from(STATES))
def test_one_more_symptom_never_lowers_the_level(found, symptom, state):
    if symptom not in found.present:
        assert rank(changed(found, **{symptom: state})) >= rank(found)


@settings(max_examples=300)
@given(findings, st.data())
def test_worse_is_never_lower(found, data):
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
def test_one_more_modifier_never_lowers_the_level(found, modifier):
    assert rank(Findings(found.present, found.modifiers | {modifier})) >= rank(found)


@given(findings)
def test_the_whole_is_at_least_as_urgent_as_each_part(found):
    parts = [Findings({name: one}, found.modifiers) for name, one in found.present.items()]
    assert rank(found) >= max(map(rank, parts), default=-1)


@given(findings, st.randoms())
def test_the_order_of_symptoms_changes_nothing(found, random):
    turned = list(found.present.items())
    random.shuffle(turned)
    assert advise(CHECKLIST, Findings(dict(turned), found.modifiers)) == advise(CHECKLIST, found)


@given(findings)
def test_every_level_is_explained_by_the_rules_that_set_it(found):
    advice = advise(CHECKLIST, found)
    nothing = advice.level.id == "NONE"
    assert nothing == (not advice.rules) == (not advice.reasons) == (not advice.sources)
    assert nothing == (not found.present)


@pytest.mark.parametrize("symptom", [s.id for s in CHECKLIST.symptoms if s.red_flag])
@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_a_red_flag_alone_is_an_emergency_also_when_not_sure(symptom, answer):
    assert advise(CHECKLIST, CHECKLIST.findings({symptom: answer})).level.id == "EMERGENCY_NOW"


def answered_sets():
    """Every fourth set of asked symptoms that are there or not, as answers yes and no."""
    for held in islice(product(["no", "yes"], repeat=len(ASKED)), 0, None, 4):
        yield dict(zip(ASKED, held, strict=True))


def answered_pairs():
    """Every pair of asked symptoms in every pair of answers."""
    for first, second in product(ASKED, repeat=2):
        for one, other in product(["yes", "no", "unsure"], repeat=2):
            yield {first: one, second: other}


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


@pytest.mark.parametrize("answers", [answered_pairs, answered_sets])
def test_the_browser_advises_on_what_is_asked_as_python_does(answers):
    assert_same_advice(SHEET, [CHECKLIST.findings(one) for one in answers()])


def single_states():
    """Every state of every symptom alone, without and with all modifiers."""
    for name, state, held in product(SYMPTOMS, STATES, [[], MODIFIERS]):
        yield Findings({name: state}, frozenset(held))


def pairs_at_worst():
    """Every pair of symptoms, with all that is unknown counted as worst."""
    for pair in combinations(SYMPTOMS, 2):
        yield CHECKLIST.findings(dict.fromkeys(pair, "unsure"))


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
    assert_same_advice(WHOLE, list(many()))


def test_the_browser_reads_answers_as_python_does():
    given_answers = list(answered_pairs())
    in_browser = call_many("findingsOf", SHEET, given_answers)
    for answers, browser in zip(given_answers, in_browser, strict=True):
        assert browser | {"modifiers": sorted(browser["modifiers"])} == as_browser_all(
            CHECKLIST.findings(answers)
        )


def test_the_page_gets_what_it_asks_and_the_clauses_that_can_hold_for_it():
    asked = [symptom["id"] for group in SHEET["groups"] for symptom in group["symptoms"]]
    assert sorted(asked) == sorted(ASKED)
    assert len(asked) == 16
    assert {rank for _, rank, _ in SHEET["clauses"]} == {0, 1, 2, 3}
    assert {rule for rule, _, _ in SHEET["clauses"]} == set(SHEET["rules"])
    assert "X1" in SHEET["rules"]
    assert not {"X2", "X6", "T10"} & set(SHEET["rules"])


def test_in_education_mode_no_rule_reaches_the_browser():
    sheet = checklist_sheet(CHECKLIST, TOPIC.names, "education")
    assert (sheet["clauses"], sheet["rules"]) == ([], {})
