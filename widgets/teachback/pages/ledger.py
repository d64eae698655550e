"""The ledger of facts: where each is taught and asked, and what is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from teachback.content import Topic
from teachback.content.yaml_file import YamlFile
from teachback.errors import Mistake
from teachback.model import Fact
from teachback.pages.review import PageReport

FIRST_ARTICLE = "SEED"
"""The claims of the article that the course starts from: each is taught, and each is asked."""


@dataclass(frozen=True)
class Ledger:
    """What pages teach and quizzes ask of the facts of a topic."""

    topic: Topic
    pages: Sequence[PageReport]

    def taught_in(self, fact: str, audience: str | None = None) -> list[str]:
        """Return the pages that teach a fact, or only those for one kind of reader."""
        return [
            page.notebook
            for page in self.pages
            if fact in page.facts and audience in {None, page.audience}
        ]

    def asked_in(self, fact: str, audience: str | None = None) -> list[str]:
        """Return the questions and stories that ask for a fact, or those for one kind of reader."""
        quizzes = [one for one in self.topic.quizzes.values() if audience in {None, one.audience}]
        asked: list[tuple[str, Any]] = [
            (quiz.id, question) for quiz in quizzes for question in quiz.questions
        ]
        if audience != "patient":
            told = self.topic.stories.values()
            asked += [(one.id, story) for one in told for story in one.stories]
        return [f"{name}/{one.id}" for name, one in asked if fact in one.facts]

    def facts(self) -> dict[str, dict[str, object]]:
        """Return what is known of each fact, in the shape of the contracts."""
        return {
            fact.id: {
                "taught_in": self.taught_in(fact.id),
                "asked_in": self.asked_in(fact.id),
                "sources": list(fact.sources),
                "evidence": fact.evidence,
            }
            for fact in self.topic.facts.values()
        }

    def summary(self) -> str:
        """Return in a line for each kind of fact how many patients are taught and asked."""
        kinds: defaultdict[str, list[Fact]] = defaultdict(list)
        for fact in self._for_patients():
            kinds[fact.id.split("-")[0]].append(fact)
        return "\n".join(self._counted(kind, facts) for kind, facts in kinds.items())

    def table(self) -> list[tuple[str, ...]]:
        """Return a row for each fact: where it is taught, where it is asked, how well founded."""
        return [
            ("Fact", "Taught in", "Asked in", "Sources", "Evidence"),
            *(
                (
                    fact.id,
                    ", ".join(self.taught_in(fact.id)),
                    ", ".join(self.asked_in(fact.id)) or fact.not_asked or "",
                    " ".join(fact.sources),
                    fact.evidence,
                )
                for fact in self.topic.facts.values()
            ),
        ]

    def missing(self, file: YamlFile) -> Iterator[Mistake]:
        """Yield what patients are not taught, and what of the first article nothing asks."""
        places = {fact: number for number, fact in enumerate(self.topic.facts)}
        for fact in self._for_patients():
            where = ("facts", places[fact.id])
            asked = self.asked_in(fact.id, "patient")
            if not self.taught_in(fact.id, "patient"):
                yield file.mistake(where, "no page for patients teaches it; name it in a cell")
            if fact.id.startswith(FIRST_ARTICLE) and not asked and not fact.not_asked:
                yield file.mistake(where, "no question asks for it; add one, or say why not")
            if asked and fact.not_asked:
                yield file.mistake(where, f"{asked[0]} asks for it; remove 'not_asked'")

    def unused(self, file: YamlFile) -> Iterator[Mistake]:
        """Yield facts that nothing uses; those for readers without a page yet may wait."""
        audiences = {page.audience for page in self.pages}
        used = _used_by(self.topic)
        for number, fact in enumerate(self.topic.facts.values()):
            nowhere = not self.taught_in(fact.id) and not self.asked_in(fact.id)
            if nowhere and fact.id not in used and audiences & set(fact.audience):
                message = "is taught nowhere, asked nowhere and no rule rests on it"
                yield file.mistake(("facts", number), f"{message}; use it or remove it")

    def _for_patients(self) -> list[Fact]:
        return [fact for fact in self.topic.facts.values() if "patient" in fact.audience]

    def _counted(self, kind: str, facts: Iterable[Fact]) -> str:
        all_of_them = list(facts)
        taught = [fact for fact in all_of_them if self.taught_in(fact.id, "patient")]
        asked = [fact for fact in all_of_them if self.asked_in(fact.id, "patient")]
        spoken = [f"{one.id}: {one.not_asked}" for one in all_of_them if one.not_asked]
        why = f" ({'; '.join(spoken).rstrip('.')})" if spoken else ""
        of = f"of {len(all_of_them)}"
        return f"{kind}: taught {len(taught)} {of}, asked {len(asked)} {of}{why}"


def _used_by(topic: Topic) -> set[str]:
    """Return the facts on which rules, pictures, figures, terms and papers rest."""
    checklist = topic.checklist
    resting: list[Any] = [
        *checklist.rules,
        *topic.pictures.values(),
        *topic.figures.values(),
        *topic.glossary.values(),
        *topic.calculators.values(),
        *(checklist.danger_signs, checklist.care_page, topic.diary),
    ]
    return {fact for one in resting for fact in one.facts}


def as_markdown(rows: Sequence[Sequence[str]]) -> str:
    """Return rows, the first of them the headings, as a table that people and programs read."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"| {' | '.join('---' for _ in rows[0])} |", *lines[1:]])
