"""An export: the file for another system, and everything that it could not carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from teachback.questions import Question, QuestionSet

TYPE_TAG, FACT_TAG, RED_FLAG_TAG = "type:", "fact:", "red flag"


@dataclass(frozen=True)
class Export:
    """A file as bytes; each loss names the question, and what of it is not in the file."""

    data: bytes
    losses: tuple[str, ...]


def tags_of(question: Question) -> list[str]:
    """Return what another system can keep as labels: type, facts, safety, objective, level."""
    labels = [f"{TYPE_TAG}{question.type}", *(f"{FACT_TAG}{fact}" for fact in question.facts)]
    labels += [RED_FLAG_TAG] if question.red_flag else []
    pairs = (("objective", question.objective), ("bloom", question.bloom), ("step", question.step))
    return labels + [f"{name}:{value}" for name, value in pairs if value]


def about_tags(tags: Iterable[str]) -> dict[str, object]:
    """Return what labels say of a question: the other half of `tags_of`."""
    said: dict[str, object] = {"facts": [], "red_flag": False}
    facts: list[str] = []
    for tag in tags:
        name, _, value = tag.partition(":")
        if tag.startswith(FACT_TAG):
            facts.append(value)
        elif tag == RED_FLAG_TAG:
            said["red_flag"] = True
        elif name in {"objective", "bloom", "step", "type"} and value:
            said[name] = value
    return said | {"facts": facts}


def losses_of_quiz(quiz: QuestionSet) -> Iterator[str]:
    """Yield what no other format carries of a quiz as a whole."""
    if quiz.policy.model_fields_set:
        yield f"{quiz.id}: the policy (mode, attempts, when reasons show, draw, pass mark)"
    if quiz.case:
        yield f"{quiz.id}: the case's chart that unfolds step by step"


def losses_of_question(question: Question, *, keeps_hint: bool) -> Iterator[str]:
    """Yield what no other format carries of any question."""
    if question.exhibit:
        yield f"{question.id}: the chart is kept as words, and is not read back as a chart"
    if question.variant_of:
        yield f"{question.id}: that it is a variant of {question.variant_of}"
    if question.read_more:
        yield f"{question.id}: the page to read after a miss"
    if question.ordered:
        yield f"{question.id}: that its options are a scale, not to be mixed"
    if question.hint and not keeps_hint:
        yield f"{question.id}: the hint"


def exhibit_words(question: Question) -> str:
    """Return a chart in one sentence for each row, for systems without charts."""
    if not question.exhibit:
        return ""
    columns = question.exhibit.columns
    rows = (
        f"{row.label}: "
        + ", ".join(f"{at} {value}" for at, value in zip(columns, row.values, strict=True))
        for row in question.exhibit.rows
    )
    return f"{question.exhibit.title}. " + ". ".join(rows) + ". "
