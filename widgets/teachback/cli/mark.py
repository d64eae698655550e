"""teachback mark"""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from teachback.cli.given import read_json
from teachback.errors import ItemError
from teachback.questions import mark_item


def mark(
    file: Annotated[str, typer.Argument(help="A JSON file, or - for standard input.")] = "-",
) -> None:
    """Print score and maximum of an item, or of a list of them, as JSON."""
    try:
        given = read_json(file)
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(2) from error
    many = isinstance(given, list)
    results, mistakes = [], []
    for number, one in enumerate(given if many else [given], start=1):
        try:
            results.append(mark_item(one))
        except ItemError as error:
            mistakes.append(f"item {number}: {error}" if many else str(error))
    if mistakes:
        sys.stderr.writelines(f"{mistake}\n" for mistake in mistakes)
        raise SystemExit(2)
    print(json.dumps(results if many else results[0], ensure_ascii=False))
