"""Tests of a topic: forms drawn by blueprint from its banks and from its stories for tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teachback.questions import (
    AnyQuestion,
    Exam,
    MultipleChoice,
    Policy,
    Pool,
    QuestionSet,
    draw_forms,
    pools,
)
from teachback.triage import EMERGENCY, RANKS, Story, judged

if TYPE_CHECKING:
    from teachback.content.topic import Topic

ASK = "How fast does this person need help?"
OBJECTIVE = "OBJ-06"
FORMS = ("before", "after")
HEADS = {
    "same": "",
    "higher": "Higher than the rules. ",
    "lower": "Under-triage: this person would wait too long. ",
    "missed_emergency": "Under-triage of an emergency. ",
}


def exam_forms(topic: Topic, exam: Exam, seed: str) -> tuple[QuestionSet, ...]:
    """Return the forms of a test as quizzes; one for each attempt, or before and after.

    Whoever marks them knows by `must_be_right` what a pass needs: every red flag and every
    emergency.

    Raises:
        ValueError: naming every line of the blueprint that has too few items.
    """
    drawn = draw_forms(exam, _pools(topic, exam), seed)
    return tuple(_form(exam, number, items) for number, items in enumerate(drawn))


def _form(exam: Exam, number: int, items: tuple[AnyQuestion, ...]) -> QuestionSet:
    return QuestionSet(
        id=f"{exam.id}-{FORMS[number] if exam.mode == 'check' else number + 1}",
        title=exam.title,
        intro=exam.intro,
        audience="nurse",
        policy=Policy(
            mode=exam.mode,
            one_at_a_time=exam.mode == "exam",
            must_be_right=tuple(one.id for one in items if one.red_flag),
            pass_percent=exam.pass_percent if exam.mode == "exam" else None,
        ),
        questions=items,
    )


def exam_mistakes(topic: Topic, exam: Exam) -> Iterator[str]:
    """Yield why a test cannot be drawn: unknown or practised banks, double ids, too few items."""
    for name in exam.banks:
        if name not in topic.quizzes:
            yield f"bank '{name}' is no quiz of this topic; correct it"
        elif topic.quizzes[name].policy.mode != exam.mode or topic.quizzes[name].case:
            yield f"bank '{name}' is practised; write 'policy: {{mode: {exam.mode}}}' in its file"
    known = [name for name in exam.banks if name in topic.quizzes]
    ids = [one.id for name in known for one in topic.quizzes[name].questions]
    ids += [story.id for story in _stories(topic)]
    for name in sorted({one for one in ids if ids.count(one) > 1}):
        yield f"item id '{name}' stands in two banks; give each item its own id"
    if len(known) == len(exam.banks):
        for pool in _pools(topic, exam):
            yield from pool.mistakes(exam.forms)


def _pools(topic: Topic, exam: Exam) -> tuple[Pool, ...]:
    questions = (one for name in exam.banks for one in topic.quizzes[name].questions)
    told = (story_question(topic, story) for story in _stories(topic))
    return pools(exam, questions, told)


def _stories(topic: Topic) -> Iterator[Story]:
    return (one for told in topic.stories.values() if told.use == "test" for one in told.stories)


def story_question(topic: Topic, story: Story) -> MultipleChoice:
    """Return a call as a question of a test; an emergency must be right."""
    rules = {rule.id: rule.reason for rule in topic.checklist.rules}
    why = " ".join(rules[rule] for rule in story.rules)
    names = {level.id: level.name for level in topic.checklist.levels}
    options = [
        {
            "id": level,
            ("right" if level == story.level else "wrong"): names[level],
            "why": f"{HEADS[judged(level, story.level)]}{why} {story.trap}",
        }
        for level in RANKS
    ]
    return MultipleChoice.model_validate(
        {
            "id": story.id,
            "type": "multiple_choice",
            "ask": f"{story.who} {story.says} {ASK}",
            "red_flag": story.level == EMERGENCY,
            "ordered": True,
            "objective": OBJECTIVE,
            "bloom": "apply",
            "facts": list(story.facts),
            "options": options,
        }
    )
