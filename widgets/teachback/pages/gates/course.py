"""What only all pages together can show: how hidden figures are reached, and what nobody shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from teachback.content import Topic
from teachback.errors import Mistake
from teachback.pages.gates.draft import Draft
from teachback.pages.gates.passage import Passage

_PAGE = re.compile(r"\]\(([^)#]+\.ipynb)\)")


def reached_by_choice(drafts: Sequence[Draft]) -> Iterator[Mistake]:
    """Yield links to an opt-in page that are not one of two buttons of equal weight (DS-02)."""
    hidden = {draft.name for draft in drafts if draft.opt_in}
    for draft in drafts:
        for passage in draft.passages:
            targets = _PAGE.findall(passage.text)
            leads = hidden.intersection(_resolved(draft.name, one) for one in targets)
            if leads and not _is_choice(passage):
                message = "leads to figures of survival without a choice; write two links and no"
                yield passage.mistake(f"{message} other words: [Show me ...] and [Not now]")


def shown_somewhere(drafts: Sequence[Draft], topic: Topic) -> Iterator[Mistake]:
    """Yield quizzes for patients that no page shows; nobody is asked what they ask."""
    shown = {name for draft in drafts for _, name in draft.shown("Quiz")}
    for quiz in topic.quizzes.values():
        if quiz.audience == "patient" and quiz.id not in shown:
            file = f"{topic.folder.name}/quizzes/{quiz.id}.yaml"
            message = "no page shows this quiz; write Quiz(topic, ...) on one, or remove it"
            yield Mistake(file, 1, "file", message)


def _is_choice(passage: Passage) -> bool:
    """Return whether a passage holds two links to pages at least, and nothing else."""
    links = _PAGE.findall(passage.text)
    rest = re.sub(r"\[[^\]]*\]\([^)]*\)", "", passage.text)
    return passage.kind == "paragraph" and len(links) > 1 and not rest.strip()


def _resolved(page: str, target: str) -> str:
    """Return the notebook that a relative link leads to."""
    parts: list[str] = []
    for part in (PurePosixPath(page).parent / target).parts:
        parts = parts[:-1] if part == ".." else [*parts, part]
    return PurePosixPath(*parts).as_posix()
