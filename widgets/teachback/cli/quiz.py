"""What several commands take: a quiz of the course by its id, or one in a file."""

from __future__ import annotations

from pathlib import Path

import typer

from teachback.content import Topic, load_quiz
from teachback.questions import QuestionSet


def quiz_of(name: str, topic: Topic) -> QuestionSet:
    """Return the quiz with this id, or the one in this file.

    Raises:
        typer.BadParameter: if there is neither.
        ContentError: with every mistake of the file.
    """
    if name in topic.quizzes:
        return topic.quizzes[name]
    if Path(name).is_file():
        return load_quiz(name, topic)
    msg = f"'{name}' is neither a file nor one of the quizzes {', '.join(topic.quizzes)}"
    raise typer.BadParameter(msg)
