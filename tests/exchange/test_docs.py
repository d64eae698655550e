"""The table of what each format carries says what the writers do."""

from __future__ import annotations

from pathlib import Path

from teachback import load_topic
from teachback.exchange import write_anki, write_gift, write_moodle, write_qti
from tests.questions.every_type import QUIZ

PAGE = (Path(__file__).parents[2] / "docs/exchange.md").read_text("utf-8")
TOPIC = load_topic("bone_metastasis")
EXPORTS = [write(QUIZ) for write in (write_moodle, write_gift, write_qti)]
EXPORTS.append(write_anki(QUIZ, TOPIC))


def table():
    """Return a row for each question: what each format loses of it."""
    for question in QUIZ.questions:
        cells = []
        for export in EXPORTS:
            mine = [loss for loss in export.losses if loss.startswith(f"{question.id}: ")]
            said = [loss.partition(": ")[2] for loss in mine]
            whole = any("the whole question" in loss for loss in said)
            cells.append("no" if whole else f"but for: {'; '.join(said)}" if said else "yes")
        yield f"| {question.item_type} | {' | '.join(cells)} |"


def test_the_page_names_what_every_format_loses_of_every_type():
    missing = [row for row in table() if row not in PAGE]
    assert missing == [], "\n".join(table())
