"""What must come out as it is written down: stories, calculators' examples, tests' blueprints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from teachback.calculators import Calculator, WorkedExample, calculate
from teachback.content.exams import exam_mistakes
from teachback.content.yaml_file import Where, YamlFile
from teachback.errors import CalculatorError, FindingsError, Mistake
from teachback.triage import Story, story_mistake

if TYPE_CHECKING:
    from teachback.content.topic import Topic


def check_worked(topic: Topic, files: Mapping[str, YamlFile]) -> Iterator[Mistake]:
    """Yield every story and worked example that does not come out as it says."""
    yield from _stories(topic, files)
    for name, file in files.items():
        if name.startswith("exams/"):
            found = exam_mistakes(topic, topic.exams[file.data["id"]])
            yield from (file.mistake(("cells",), message) for message in found)
    for place, calculator in enumerate(topic.calculators.values()):
        for at, message in _of_calculator(calculator):
            yield files["calculators"].mistake(("calculators", place, *at), message)


def _stories(topic: Topic, files: Mapping[str, YamlFile]) -> Iterator[Mistake]:
    seen: set[str] = set()
    for name, file in files.items():
        if not name.startswith("stories/"):
            continue
        for place, story in enumerate(topic.stories[file.data["id"]].stories):
            where = ("stories", place)
            for message in _of_story(topic, story):
                yield file.mistake((*where, "findings"), message)
            if story.id in seen:
                message = "this id is used in another file; give the story an id of its own"
                yield file.mistake((*where, "id"), message)
            seen.add(story.id)


def _of_story(topic: Topic, story: Story) -> Iterator[str]:
    try:
        message = story_mistake(topic.checklist, story)
    except FindingsError as error:
        yield from error.mistakes
        return
    if message:
        yield message


def _of_calculator(calculator: Calculator) -> Iterator[tuple[Where, str]]:
    """Yield what is wrong with a calculator's examples; each outcome needs one."""
    for number, example in enumerate(calculator.examples):
        if wrong := _differs(calculator, example):
            yield ("examples", number), wrong
    reached = {example.level for example in calculator.examples}
    for number, outcome in enumerate(calculator.outcomes):
        if outcome.level not in reached:
            message = "no worked example comes to this outcome; add one that does"
            yield ("outcomes", number), message


def _differs(calculator: Calculator, example: WorkedExample) -> str | None:
    try:
        result = calculate(calculator, example.values)
    except CalculatorError as error:
        expected = example.refused
        found = str(error)
        return None if expected and expected in found else f"is refused: {found}; correct it"
    if (result.answer, result.level) == (example.answer, example.level):
        return None
    return f"expected '{example.answer}', {example.level}; found '{result.answer}', {result.level}"
