"""teachback check"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from teachback.content import TOPIC, topic_folder
from teachback.pages.coverage import Coverage, contents_of


def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Topics, notebooks, YAML files, or folders of them.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the whole report as JSON.")
    ] = False,
) -> None:
    """Check content and notebooks; each mistake is named with file, line and what to do."""
    home = topic_folder(TOPIC)
    coverage = Coverage(home)
    everything = contents_of(paths or [home, Path("notebooks")], home)
    errors = Console(stderr=True)
    for path in track(everything, "Checking", console=errors, disable=not errors.is_terminal):
        coverage.add(path)
    report = coverage.report()
    if as_json:
        print(json.dumps(report, indent=2, ensure_ascii=False))
    else:
        for mistake in coverage.mistakes:
            sys.stderr.write(f"{mistake}\n")
        print(
            f"{len(report['facts'])} facts, {report['questions']} questions, "
            f"{report['rules']} rules, {len(report['pages'])} pages: "
            f"{len(coverage.mistakes)} mistakes"
        )
        bare = [name for name, one in report["objectives"].items() if not one["items"]]
        if bare:
            print(f"no question yet for {len(bare)} of {len(report['objectives'])} objectives")
    sys.exit(1 if coverage.mistakes else 0)
