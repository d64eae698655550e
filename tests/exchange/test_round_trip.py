"""What goes out comes back, but for what the list of losses names; nothing is lost in silence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teachback import load_topic
from teachback.exchange import (
    draft_yaml,
    read_gift,
    read_moodle,
    write_anki,
    write_gift,
    write_moodle,
    write_qti,
)
from teachback.questions import QuestionSet, mark
from tests.questions.every_type import QUIZ

TOPIC = load_topic("bone_metastasis")
WAYS = {"moodle": (write_moodle, read_moodle), "gift": (write_gift, read_gift)}
BOTH = pytest.mark.parametrize(("write", "read"), WAYS.values(), ids=WAYS)
CONTENT = [*TOPIC.quizzes.values(), QUIZ]
MADE_ANEW = {  # losses by the words that name them, and what they stand for in the file
    "ids of options are made anew": {"id"},
    "names of blanks": {"id", "label", "right", "text", "pool"},
    "the order of the columns": {"columns", "right"},
    "reasons stand together": {"why"},
    "the names of its ranges": {"id"},
    "least and most allowed": {"least", "most"},
    "the units": {"units"},
    "the chart is kept as words": {"exhibit", "ask"},
    "the hint": {"hint"},
    "it is a table": {"headings", "type", "text"},
    "interchangeable": {"pool"},
    "a scale": {"ordered"},
    "a variant": {"variant_of"},
    "to read after a miss": {"read_more"},
    "may be chosen": set(),
}


def without(question, keys):
    return {k: inside(v, keys) for k, v in question.items() if k == "id" or k not in keys}


def inside(value, keys):
    if isinstance(value, list):
        return [inside(one, keys) for one in value]
    if isinstance(value, dict):
        return {k: inside(one, keys) for k, one in value.items() if k not in keys}
    return value


def named_losses(losses, question_id):
    found = set()
    for loss in losses:
        if loss.startswith(f"{question_id}:"):
            named = [keys for words, keys in MADE_ANEW.items() if words in loss]
            assert named, f"a loss that this test does not know: {loss}"
            found |= set().union(*named)
    return found


def dumped(question):
    return question.model_dump(mode="json", exclude_none=True, exclude_defaults=True) | {
        "type": question.type
    }


def round_trip(quiz, write, read):
    export = write(quiz)
    draft = read(export.data)
    back = QuestionSet.model_validate(
        {"id": "back", "title": "Back", "intro": "Back.", "audience": "nurse"}
        | {"questions": list(draft.questions)}
    )
    return export, back


@BOTH
@pytest.mark.parametrize("quiz", CONTENT, ids=lambda one: one.id)
def test_what_comes_back_is_what_went_out_but_for_the_named_losses(quiz, write, read):
    export, back = round_trip(quiz, write, read)
    returned = {question.id: question for question in back.questions}
    whole = {loss.partition(":")[0] for loss in export.losses if "the whole question" in loss}
    assert returned.keys() | whole == {question.id for question in quiz.questions}
    assert not returned.keys() & whole
    for question in quiz.questions:
        if question.id in returned:
            lost = named_losses(export.losses, question.id)
            before, after = dumped(question), dumped(returned[question.id])
            assert without(after, lost) == without(before, lost)


@BOTH
def test_every_answer_earns_the_same_in_the_file_as_here(write, read):
    for quiz in CONTENT:
        _, back = round_trip(quiz, write, read)
        for question in back.questions:
            if question.type in {"multiple_choice", "multiple_response_select_all"}:
                original = quiz.question(question.id)
                pairs = dict(zip(question.control().ids, original.control().ids, strict=True))
                for answer in question.control().every_answer():
                    before = (
                        pairs[answer] if isinstance(answer, str) else [pairs[a] for a in answer]
                    )
                    assert mark(question, answer).score == mark(original, before).score


odd = st.text(
    alphabet=st.sampled_from("~=#{}:\\<>&\"'%->]]![]/ abcé漢*$@"), min_size=1, max_size=30
).filter(lambda text: any(one.isalpha() for one in text))


@BOTH
@settings(max_examples=150)
@given(words=st.lists(odd, min_size=6, max_size=6, unique_by=lambda one: " ".join(one.split())))
def test_odd_signs_survive(write, read, words):
    try:
        quiz = QuestionSet.model_validate(
            {
                "id": "odd",
                "title": "Odd",
                "intro": "Odd.",
                "questions": [
                    {
                        "id": "one",
                        "ask": words[0],
                        "facts": ["SEED-06"],
                        "options": [
                            {"id": "a", "right": words[1], "why": words[2]},
                            {"id": "b", "wrong": words[3], "why": words[4]},
                        ],
                    }
                ],
            }
        )
    except ValueError:
        return  # our own model refuses markup
    (question,) = read(write(quiz).data).questions
    said = [question["ask"], *(v for o in question["options"] for k, v in o.items() if k != "id")]
    assert said == [" ".join(one.split()) for one in words[:5]]


@pytest.mark.parametrize("read", [read_moodle, read_gift])
def test_a_draft_names_what_an_author_must_add(read):
    gift = b"::one::Which? {=This ~That}"
    xml = b"""<quiz><question type="multichoice"><name><text>one</text></name>
      <questiontext><text>Which?</text></questiontext><single>true</single>
      <answer fraction="100"><text>This</text></answer>
      <answer fraction="0"><text>That</text></answer></question></quiz>"""
    draft = read(gift if read is read_gift else xml)
    assert draft.notes == ("one: the facts it rests on", "one: a reason for each option")
    assert "Which?" in draft_yaml(draft, "draft")


def test_the_other_formats_carry_every_question_and_name_their_losses():
    for write in (write_qti, lambda quiz: write_anki(quiz, TOPIC)):
        export = write(QUIZ)
        assert export.data
        assert export.losses
        assert not [loss for loss in export.losses if "the whole question" in loss]
