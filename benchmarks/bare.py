"""The bare page: the lesson's text and questions as one would write them into an HTML file."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from benchmarks.stock_quiz import CARD, FEEDBACK
from teachback.content import load_topic
from teachback.pages.execute import prepare
from teachback.pages.markdown import html
from teachback.questions import AnyQuestion, MultipleChoice, QuestionSet

PICTURES = re.compile(r"<(style|svg)\b.*?</\1>", re.DOTALL)
PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>body {{ max-width: 40em; margin: auto; padding: 1em; font: 18px/1.5 sans-serif }}</style>
<script>
addEventListener("submit", (event) => {{
  event.preventDefault();
  const chosen = [...event.target.querySelectorAll("input:checked")];
  event.target.querySelector("output").textContent = chosen.map((one) => one.dataset.why).join(" ");
}});
</script>
{body}
</html>
"""


def write_bare_page(lesson: Path, quiz: QuestionSet, target: Path) -> None:
    """Write the text of `lesson` and the questions of `quiz` to `target`, without pictures."""
    executed = prepare(lesson, load_topic("bone_metastasis").deployment)
    parts = []
    for cell in executed.cells:
        if cell.cell_type == "markdown":
            parts.append(html(cell.source))
        else:
            shown = [output.data for output in cell.outputs if "data" in output]
            parts += [PICTURES.sub("", data["text/html"]) for data in shown if "text/html" in data]
    parts += [f"<p>{escape(quiz.intro)}</p>", *map(_form, quiz.questions)]
    title = escape(executed.metadata.get("title", "Lesson"))
    target.write_text(PAGE.format(title=title, body="\n".join(parts)), encoding="utf-8")


def _form(question: AnyQuestion) -> str:
    kind = "radio" if isinstance(question, MultipleChoice) else "checkbox"
    rows = "".join(
        f'<p><label><input type="{kind}" name="{question.id}" data-why="{escape(option.why)}"> '
        f"{escape(option.text)}</label></p>"
        for option in question.options
    )
    return (
        f'<form class="{CARD}"><fieldset><legend>{escape(question.ask)}</legend>{rows}</fieldset>'
        f'<button>Check my answer</button> <output class="{FEEDBACK}"></output></form>'
    )
