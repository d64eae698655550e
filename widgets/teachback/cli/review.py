"""teachback review"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from teachback.content import TOPIC, load_topic


def review(
    output: Annotated[Path, typer.Option(help="The folder to write to.")] = Path(),
    notebooks: Annotated[Path, typer.Option(help="Where the notebooks are.")] = Path("notebooks"),
) -> None:
    """Write what a clinician must sign or decide, as a page to print and as a table."""
    from teachback.pages.signing import review_csv, review_html, rows_to_sign  # noqa: PLC0415

    topic = load_topic(TOPIC)
    rows = rows_to_sign(topic, notebooks)
    output.mkdir(parents=True, exist_ok=True)
    for name, text in (("html", review_html(topic, rows)), ("csv", review_csv(topic, rows))):
        file = output / f"review.{name}"
        file.write_text(text, encoding="utf-8")
        print(file)
