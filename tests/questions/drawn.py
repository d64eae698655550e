"""A topic with a test of its own: plain items with one right option, and calls."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import yaml

from teachback import load_topic
from teachback.questions import Exam, QuestionSet
from teachback.triage import StorySet

TOPIC = load_topic("bone_metastasis")
PAGE = (Path(__file__).parents[2] / "docs/exams.md").read_text("utf-8")
EXAM = Exam.model_validate(yaml.safe_load(re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0]))


def item(name, objective, red_flag=False):
    options = [
        {"id": "a", "right": "A", "why": "A."},
        {"id": "b", "wrong": "B", "why": "B."},
        {"id": "c", "wrong": "C", "why": "C."},
    ]
    about = {"id": name, "ask": name, "facts": ["FACT-10"], "red_flag": red_flag}
    return {**about, "objective": objective, "options": options}


def bank(name, *items, mode="exam"):
    values = {"id": name, "title": name, "intro": name, "audience": "nurse"}
    return QuestionSet.model_validate(
        {**values, "policy": {"mode": mode}, "questions": list(items)}
    )


def items_of(objectives, red, other, stem):
    for n in range(red + other):
        yield item(f"{stem}{n}", objectives[n % len(objectives)], red_flag=n < red)


CORD = list(items_of(("OBJ-05", "OBJ-07", "OBJ-08"), 7, 9, "cord"))
DRUGS = list(items_of(("OBJ-13", "OBJ-14"), 2, 6, "drug"))
CALLS = [
    story.model_copy(update={"id": f"call{n}"})
    for n, story in enumerate(
        [s for told in TOPIC.stories.values() for s in told.stories if s.level == "EMERGENCY_NOW"][
            :4
        ]
        + [s for told in TOPIC.stories.values() for s in told.stories if s.level == "SAME_DAY"][:4]
    )
]


def topic_with(cord=CORD, drugs=DRUGS, calls=CALLS, mode="exam"):
    """Return our topic with these banks, these calls for tests, and the test of the docs page."""
    quizzes = {
        "test_emergencies": bank("test_emergencies", *cord, mode=mode),
        "test_bone_drugs": bank("test_bone_drugs", *drugs, mode=mode),
    }
    stories = {"t": StorySet(id="t", use="test", stories=tuple(calls))}
    exam = EXAM if mode == "exam" else EXAM.model_copy(update={"mode": mode})
    return replace(TOPIC, quizzes=quizzes, stories=stories, exams={EXAM.id: exam})
