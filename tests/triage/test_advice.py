"""The laws of triage (clinical brief 3.6), over the rules as they stand."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teachback import load_topic
from teachback.triage import Finding, Findings, advise, checklist_sheet
from tests.javascript import call_many

TOPIC = load_topic("bone_metastasis")
CHECKLIST = TOPIC.checklist
SYMPTOMS = [symptom.id for symptom in CHECKLIST.symptoms]
MODIFIERS = [modifier.id for modifier in CHECKLIST.modifiers]
STATES = [Finding(*one) for one in product([False, True], [2, 5, 7, 9], [1, 4])]

findings = st.builds(
    Findings,
    st.dictionaries(st.sampled_from(SYMPTOMS), st.sampled_from(STATES)),
    st.frozensets(st.sampled_from(MODIFIERS)),
)


def rank(found):
    return advise(CHECKLIST, found).level.rank


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


def test_the_same_words_for_the_emergency_everywhere():
    emergency = CHECKLIST.level_of_rank(3).text
    assert emergency.startswith(CHECKLIST.danger_signs.action)


@pytest.mark.parametrize("level", CHECKLIST.levels, ids=lambda level: level.id)
def test_no_word_gives_false_comfort(level):
    said = f"{level.name} {level.text}".lower()
    assert not any(word in said for word in ("safe", "fine", "normal", "no need", "nothing to"))


def ticks():
    """Every set of symptoms that are there or not, as answers yes and no."""
    for held in product(["no", "yes"], repeat=len(SYMPTOMS)):
        yield dict(zip(SYMPTOMS, held, strict=True))


def pairs():
    """Every pair of symptoms in every pair of answers."""
    for first, second in product(SYMPTOMS, repeat=2):
        for one, other in product(["yes", "no", "unsure"], repeat=2):
            yield {first: one, second: other}


@pytest.mark.parametrize("states", [pairs, ticks], ids=["all pairs", "all sets"])
def test_the_browser_gives_the_same_advice(states):
    sheet = checklist_sheet(CHECKLIST, TOPIC.names, "guided")
    given_answers = list(states())[:: 1 if states is pairs else 4]
    present = [CHECKLIST.findings(answers) for answers in given_answers]
    in_browser = [{"present": {n: as_browser(f) for n, f in p.present.items()}} for p in present]
    for one in in_browser:
        one["modifiers"] = sheet["modifiers"]
    browser = call_many("advise", sheet, in_browser)
    python = [advise(CHECKLIST, one) for one in present]
    assert [(one["rank"], one["rules"]) for one in browser] == [
        (one.level.rank, list(one.rules)) for one in python
    ]


def as_browser(finding):
    return {"changed": int(finding.changed), "severity": finding.severity, "days": finding.days}


def test_the_browser_reads_answers_as_python_does():
    sheet = checklist_sheet(CHECKLIST, TOPIC.names, "guided")
    for answers, browser in zip(
        pairs(), call_many("findingsOf", sheet, list(pairs())), strict=True
    ):
        python = CHECKLIST.findings(answers)
        assert browser["present"] == {n: as_browser(f) for n, f in python.present.items()}
        assert set(browser["modifiers"]) == python.modifiers


def test_in_education_mode_no_rule_reaches_the_browser():
    sheet = checklist_sheet(CHECKLIST, TOPIC.names, "education")
    assert (sheet["clauses"], sheet["rules"]) == ([], {})
