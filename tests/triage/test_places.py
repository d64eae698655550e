"""The body map answers what it can, and never speaks over the person."""

from __future__ import annotations

from random import Random

import pytest

from teachback.triage import advise, findings_of_state
from teachback.views.outline import outline
from tests.javascript import call
from tests.triage.states import CHECKLIST, TOPIC
from tests.triage.test_state import SHEET

WALK = """(sheet, steps) => {
  const state = freshState();
  return steps.map(([kind, id, value]) => {
    if (kind === "places") markPlaces(sheet, state, id);
    else if (kind === "none") clearGroup(sheet, state, sheet.groups.find((g) => g.id === id));
    else answerByHand(sheet, state, id, value);
    return JSON.parse(JSON.stringify(state));
  });
}"""
PLACES = [place.id for place in CHECKLIST.places]
FED = ("spine_pain", "bone_pain", "weight_bearing_pain")
GROUPS = {symptom.id: symptom.group for symptom in CHECKLIST.symptoms}


def walk(*steps):
    """Return the state after each step of a person."""
    return call(f"({WALK})", SHEET, steps)


def random_steps(source):
    for _ in range(source.randint(1, 12)):
        kind = source.random()
        if kind < 0.6:
            yield ("places", [one for one in PLACES if source.random() < 0.4], None)
        elif kind < 0.9:
            yield ("answer", source.choice(FED), source.choice(["yes", "no", "unsure"]))
        else:
            yield ("none", GROUPS[source.choice(FED)], None)


def test_the_map_feeds_exactly_the_questions_of_the_brief():
    assert {name for place in CHECKLIST.places for name in place.marks} == set(FED)
    assert {place.id for place in CHECKLIST.places if "spine_pain" in place.marks} == {"spine"}


def test_every_place_of_the_picture_can_be_tapped_and_stands_in_the_list():
    drawn = outline(TOPIC.folder / TOPIC.pictures["skeleton"].file)
    tappable = {shape["place"] for shape in drawn["shapes"]} - {None}
    assert tappable == set(PLACES) - {"other_bone"}
    assert all(shape["paths"] for shape in drawn["shapes"])


@pytest.mark.parametrize("place", CHECKLIST.places, ids=PLACES)
def test_a_place_that_hurts_counts_and_taken_back_leaves_nothing(place):
    on, off = walk(("places", [place.id], None), ("places", [], None))
    assert on["answers"] == place.marks
    assert advise(CHECKLIST, findings_of_state(CHECKLIST, on)).level.rank >= 0
    assert (off["answers"], off["marked"]) == ({}, {})


@pytest.mark.parametrize("seed", range(400))
def test_what_hurts_is_never_answered_no_and_the_persons_own_words_stay(seed):
    steps = list(random_steps(Random(seed)))
    own: dict[str, str] = {}
    for (kind, name, value), state in zip(steps, walk(*steps), strict=True):
        if kind == "answer":
            own[name] = value
        elif kind == "none":
            own = {one: said for one, said in own.items() if GROUPS[one] != name}
        marks = [place.marks for place in CHECKLIST.places if place.id in state["places"]]
        for symptom in FED:
            answer = state["answers"].get(symptom)
            if any(one.get(symptom) == "yes" for one in marks):
                assert answer in {"yes", "unsure"}
            if own.get(symptom) in {"yes", "unsure"} and symptom not in state["marked"]:
                assert answer == own[symptom]


def test_the_response_and_the_page_tell_where_it_hurts():
    (state,) = walk(("places", ["thigh", "spine"], None))
    response = call("questionnaireResponse", SHEET, state, "2026-11-24T12:00:00.000Z")
    first = response["item"][0]
    assert first["linkId"] == "places"
    assert [one["valueCoding"]["code"] for one in first["answer"]] == ["spine", "thigh"]
