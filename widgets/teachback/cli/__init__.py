"""The command line: one file for each verb."""

from __future__ import annotations

import sys

import typer

from teachback.cli.advise import advise
from teachback.cli.build import build
from teachback.cli.check import check
from teachback.cli.exchange import export, import_
from teachback.cli.mark import mark
from teachback.cli.notebooks import notebooks
from teachback.cli.paper import paper
from teachback.cli.preview import preview
from teachback.cli.questionnaire import questionnaire
from teachback.cli.ratings import ratings
from teachback.cli.review import review
from teachback.cli.schema import schema
from teachback.cli.serve import serve
from teachback.cli.verify import verify
from teachback.errors import TeachbackError

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
for command in (
    serve,
    build,
    check,
    preview,
    advise,
    mark,
    paper,
    review,
    ratings,
    questionnaire,
    schema,
    notebooks,
    verify,
):
    app.command()(command)
app.command("export")(export)
app.command("import")(import_)


def main() -> None:
    """Run a command; a mistake that we know is said in plain words and exits with 2."""
    try:
        app()
    except TeachbackError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
