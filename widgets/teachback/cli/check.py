"""teachback check"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track

from teachback.content import TOPIC, topic_folder
from teachback.errors import Mistake
from teachback.pages.age import OLDEST, SOON
from teachback.pages.coverage import Coverage, contents_of
from teachback.pages.ledger import as_markdown
from teachback.pages.ratings.store import FOLDER as RATINGS

Paths = Annotated[
    list[Path] | None, typer.Argument(help="Topics, notebooks, YAML files, or folders of them.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the whole report as JSON.")]
Table = Annotated[bool, typer.Option("--table", help="Print where each fact is taught and asked.")]
Claims = Annotated[bool, typer.Option("--claims", help="Print the facts behind what cites.")]
Scheduled = Annotated[
    bool,
    typer.Option("--scheduled", help="Fail on content last checked 12 months ago, and warn at 11."),
]


def check(
    paths: Paths = None,
    as_json: Json = False,
    table: Table = False,
    claims: Claims = False,
    scheduled: Scheduled = False,
) -> None:
    """Check content and notebooks; each mistake is named with file, line and what to do."""
    coverage = _covered(paths)
    report = coverage.report()
    old = coverage.aged(OLDEST) if scheduled else []
    if as_json:
        print(json.dumps(report, indent=2, ensure_ascii=False))
    else:
        _complain([*coverage.mistakes, *old])
        print(_told(coverage, report, table=table, claims=claims))
    if scheduled:
        _complain((one for one in coverage.aged(SOON) if one not in old), "soon: ")
    sys.exit(1 if coverage.mistakes or old else 0)


def _covered(paths: list[Path] | None) -> Coverage:
    home = topic_folder(TOPIC)
    coverage = Coverage(home)
    everything = contents_of(paths or [home, Path("notebooks")], home)
    errors = Console(stderr=True)
    for path in track(everything, "Checking", console=errors, disable=not errors.is_terminal):
        coverage.add(path)
    if not paths:
        coverage.rated(RATINGS)
    return coverage


def _complain(mistakes: Iterable[Mistake], before: str = "") -> None:
    for mistake in mistakes:
        sys.stderr.write(f"{before}{mistake}\n")


def _told(coverage: Coverage, report: dict[str, Any], *, table: bool, claims: bool) -> str:
    if claims:
        return as_markdown(coverage.claims())
    if table and coverage.ledger:
        return as_markdown(coverage.ledger.table())
    lines = [coverage.ledger.summary()] if coverage.ledger and coverage.pages else []
    bare = [name for name, one in report["objectives"].items() if not one["items"]]
    if bare:
        lines.append(f"no question yet for {len(bare)} of {len(report['objectives'])} objectives")
    count = len(coverage.mistakes)
    lines.append(
        f"{len(report['facts'])} facts, {report['questions']} questions, {report['rules']} rules, "
        f"{len(report['pages'])} pages: {count} mistake{'' if count == 1 else 's'}"
    )
    return "\n".join(lines)
