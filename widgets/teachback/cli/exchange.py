"""teachback export, teachback import"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from teachback.cli.quiz import quiz_of
from teachback.content import TOPIC, load_topic
from teachback.questions import id_of


class Target(StrEnum):
    """The formats that can be written."""

    moodle = "moodle"
    gift = "gift"
    qti = "qti"
    anki = "anki"


class Origin(StrEnum):
    """The formats that can be read."""

    moodle = "moodle"
    gift = "gift"


ENDINGS = {
    Target.moodle: ".moodle.xml",
    Target.gift: ".gift.txt",
    Target.qti: ".qti.zip",
    Target.anki: ".apkg",
}


def export(
    quiz: Annotated[str, typer.Argument(help="A quiz of the course by its id, or a YAML file.")],
    to: Annotated[Target, typer.Option(help="The format.")],
    output: Annotated[Path | None, typer.Option(help="The file to write.")] = None,
) -> None:
    """Write a quiz in another system's format; what it cannot carry is listed on standard error."""
    from teachback import exchange  # noqa: PLC0415  other verbs need no formats

    topic = load_topic(TOPIC)
    content = quiz_of(quiz, topic)
    writers = {
        Target.moodle: exchange.write_moodle,
        Target.gift: exchange.write_gift,
        Target.qti: exchange.write_qti,
        Target.anki: lambda one: exchange.write_anki(one, topic),
    }
    done = writers[to](content)
    file = output or Path(f"{content.id}{ENDINGS[to]}")
    file.write_bytes(done.data)
    for loss in done.losses:
        sys.stderr.write(f"not carried: {loss}\n")
    print(file)


def import_(
    file: Annotated[Path, typer.Argument(help="A file of another system.", exists=True)],
    origin: Annotated[Origin, typer.Option("--from", help="The format.")],
    output: Annotated[Path | None, typer.Option(help="The YAML file to write.")] = None,
) -> None:
    """Read questions of another system into a draft; what an author must add is listed."""
    from teachback import exchange  # noqa: PLC0415  other verbs need no formats

    readers = {Origin.moodle: exchange.read_moodle, Origin.gift: exchange.read_gift}
    draft = readers[origin](file.read_bytes())
    target = output or file.with_suffix(".yaml")
    target.write_text(exchange.draft_yaml(draft, id_of(file.stem)), encoding="utf-8")
    for note in draft.notes:
        sys.stderr.write(f"to add or mend: {note}\n")
    print(target)
