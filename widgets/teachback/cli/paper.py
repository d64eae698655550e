"""teachback paper"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from teachback.cli.quiz import quiz_of
from teachback.content import TOPIC, load_topic


def paper(
    quiz: Annotated[str, typer.Argument(help="A quiz of the course by its id, or a YAML file.")],
    output: Annotated[Path, typer.Option(help="The folder to write to.")] = Path(),
) -> None:
    """Write a quiz as two pages to print: one without answers, one with answers and reasons."""
    from teachback.pages.paper import paper as page  # noqa: PLC0415  other verbs need no templates

    topic = load_topic(TOPIC)
    content = quiz_of(quiz, topic)
    output.mkdir(parents=True, exist_ok=True)
    for key, name in ((False, f"{content.id}.html"), (True, f"{content.id}.answers.html")):
        file = output / name
        file.write_text(page(content, topic, key=key), encoding="utf-8")
        print(file)
