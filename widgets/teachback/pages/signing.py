"""The review sheet: everything that a clinician must sign or decide, to print and as a table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path

import nbformat

from teachback.content import Topic, ToSign, to_sign
from teachback.pages.page import template
from teachback.pages.site import notebooks_below

FORMULA = re.compile(r"[\t\r]|[\s\u200b\ufeff]*[=+@\uff1d\uff0b\uff20\uff0d-]")
"""How a cell begins that a spreadsheet would carry out; wide signs count as well."""


def rows_to_sign(topic: Topic, folder: Path) -> list[ToSign]:
    """Return everything to sign: rules, facts, questions, and the pages below `folder`."""
    return [*to_sign(topic), *_pages(topic, folder)]


def _pages(topic: Topic, folder: Path) -> Iterator[ToSign]:
    for path in notebooks_below(folder):
        node = nbformat.read(path, as_version=4)
        facts = {
            one for c in node.cells for one in c.metadata.get("teachback", {}).get("facts", ())
        }
        known = [topic.facts[one] for one in sorted(facts) if one in topic.facts]
        yield ToSign(
            kind="page",
            id=path.relative_to(folder).as_posix(),
            says=node.metadata.get("title", ""),
            levels="",
            evidence=", ".join(sorted({fact.evidence for fact in known})),
            sources=", ".join(topic.cite(fact.id for fact in known)),
            reviewed=topic.about.reviewed.isoformat(),
            reviewed_by=topic.about.reviewed_by or "",
        )


def review_html(topic: Topic, rows: list[ToSign]) -> str:
    """Return the sheet as a page to print."""
    signed = sum(bool(row.reviewed_by) for row in rows)
    return template("review.html.j2").render(topic=topic, rows=rows, signed=signed)


def review_csv(topic: Topic, rows: list[ToSign]) -> str:
    """Return the sheet as a table; no cell of it is a formula."""
    stream = io.StringIO()
    names = [field.name for field in fields(ToSign)]
    writer = csv.DictWriter(stream, names, lineterminator="\n")
    writer.writeheader()
    for one in topic.open_questions:
        says = f"{one.question} Chosen until then: {one.chosen}"
        about = dict.fromkeys(names, "") | {"kind": "open question", "id": one.id, "says": says}
        about["sources"] = ", ".join(topic.names(one.sources))
        writer.writerow(_harmless(about))
    writer.writerows(_harmless(asdict(row)) for row in rows)
    return stream.getvalue()


def _harmless(row: dict[str, str]) -> dict[str, str]:
    # A spreadsheet looks past blanks and line ends before it takes a cell for a formula.
    risky = {name: FORMULA.match(text) for name, text in row.items()}
    return {name: f"'{text}" if risky[name] else text for name, text in row.items()}
