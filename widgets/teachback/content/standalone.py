"""Checking YAML files outside a topic: a draft, a quiz somebody sent, a folder of them."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel

from teachback.content.deployment import Deployment
from teachback.content.files import FOLDERS, SINGLE_FILES
from teachback.content.reader import read_model
from teachback.content.topic import Topic
from teachback.content.yaml_file import YamlFile
from teachback.errors import ContentError
from teachback.questions import QuestionSet


def read_file(path: Path) -> tuple[BaseModel | None, YamlFile]:
    """Return one content file as its model, or None with its mistakes in the second value.

    Its kind shows in its name or its keys.
    """
    return read_model(path, _kind(path), Deployment().words)


def load_quiz(path: str | Path, topic: Topic) -> QuestionSet:
    """Return the quiz of a file outside the topic's folder, checked against the topic's facts.

    Raises:
        ContentError: with every mistake of the file.
    """
    quiz, file = read_model(Path(path), QuestionSet, topic.deployment.words)
    if quiz is None:
        raise ContentError(file.mistakes)
    unknown = [
        file.mistake(("questions", n, "facts"), f"'{fact}' is not a fact of this topic; correct it")
        for n, question in enumerate(quiz.questions)
        for fact in question.facts
        if fact not in topic.facts
    ]
    if unknown:
        raise ContentError(unknown)
    return quiz


def _kind(path: Path) -> type[BaseModel]:
    by_name = SINGLE_FILES.get(path.stem) or FOLDERS.get(path.parent.name)
    if by_name:
        return by_name
    with path.open(encoding="utf-8", errors="replace") as stream:
        keys = {line.split(":")[0] for line in stream.read(100_000).splitlines()}
    for kind, model in SINGLE_FILES.items():
        if kind in keys and kind != "topic":
            return model
    # Whatever else somebody hands us is read as a quiz: that is what educators write.
    return FOLDERS["quizzes"]
