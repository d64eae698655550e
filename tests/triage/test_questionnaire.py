"""The checklist and a person's answers are valid FHIR R4, and tell what was asked and ticked."""

from __future__ import annotations

import json
from random import Random

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from typer.testing import CliRunner

from teachback.cli import app
from teachback.triage import questionnaire
from tests.javascript import call
from tests.triage.states import CHECKLIST
from tests.triage.test_state import SHEET, random_state

FHIR = questionnaire(CHECKLIST, "Checklist")
NOW = "2026-11-24T12:00:00.000Z"
STATES = [random_state(Random(seed)) for seed in range(150)]


def items(within):
    for one in within.get("item", []):
        yield one
        yield from items(one)
        for answer in one.get("answer", []):
            yield from items(answer)


ASKED = {one["linkId"]: one for one in items(FHIR)}


def test_the_questionnaire_is_valid_and_asks_every_symptom_and_modifier_once():
    Questionnaire.model_validate(FHIR)
    links = [one["linkId"] for one in items(FHIR)]
    assert len(set(links)) == len(links)
    wanted = {one.id for one in (*CHECKLIST.symptoms, *CHECKLIST.modifiers)}
    assert wanted <= set(links)


@pytest.mark.parametrize("state", STATES[:40])
def test_a_response_is_valid(state):
    QuestionnaireResponse.model_validate(call("questionnaireResponse", SHEET, state, NOW))


def test_every_answer_stands_under_its_question_and_is_one_of_its_options():
    for state in STATES:
        response = call("questionnaireResponse", SHEET, state, NOW)
        told = {}
        for one in items(response):
            for answer in one.get("answer", []):
                options = ASKED[one["linkId"]]["answerOption"]
                assert {"valueCoding": answer["valueCoding"]} in options
                told.setdefault(one["linkId"], []).append(answer["valueCoding"]["code"])
        symptoms = {one.id for one in CHECKLIST.symptoms}
        answers = {name: codes[0] for name, codes in told.items() if name in symptoms}
        assert answers == state["answers"]
        modifiers = {one.id: told[one.id][0] for one in CHECKLIST.modifiers if one.id in told}
        assert modifiers == state["modifiers"]


def test_a_response_holds_no_advice():
    levels = {level.id for level in CHECKLIST.levels} | {level.name for level in CHECKLIST.levels}
    for state in STATES:
        text = json.dumps(call("questionnaireResponse", SHEET, state, NOW))
        assert not [word for word in levels if word in text]
        assert "rule" not in text.lower()


def test_the_command_prints_the_questionnaire():
    printed = json.loads(CliRunner().invoke(app, ["questionnaire"]).stdout)
    assert printed["item"] == FHIR["item"]
