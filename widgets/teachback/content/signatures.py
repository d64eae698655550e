"""What still needs a clinician's signature: every rule, fact and question, and what is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from teachback.content.topic import Topic
from teachback.model import Fact
from teachback.triage import Rule


@dataclass(frozen=True)
class ToSign:
    """One thing to sign: what it says, how well it is founded, and who signed it, if anybody."""

    kind: str
    id: str
    says: str
    levels: str
    evidence: str
    sources: str
    reviewed: str
    reviewed_by: str


def to_sign(topic: Topic) -> Iterator[ToSign]:
    """Yield everything of a topic that a clinician signs, rules first.

    Questions and pages carry no signature of their own: they rest on facts, and the topic as a
    whole is signed in topic.yaml.
    """
    for rule in topic.checklist.rules:
        yield _signed("rule", rule, rule.reason, topic.names(rule.sources), _levels(topic, rule))
    for fact in topic.facts.values():
        says = f"{fact.statement} In plain words: {fact.plain}"
        yield _signed("fact", fact, says, topic.names(fact.sources))
    for quiz in topic.quizzes.values():
        for question in quiz.questions:
            evidence = {topic.facts[fact].evidence for fact in question.facts}
            yield ToSign(
                kind="question",
                id=f"{quiz.id}/{question.id}",
                says=question.ask,
                levels="",
                evidence=", ".join(sorted(evidence)),
                sources=", ".join(topic.cite(question.facts)),
                reviewed=topic.about.reviewed.isoformat(),
                reviewed_by=topic.about.reviewed_by or "",
            )


def _levels(topic: Topic, rule: Rule) -> str:
    ranks = sorted({clause.rank for clause in rule.clauses(topic.checklist.ranks)}, reverse=True)
    return ", ".join(topic.checklist.level_of_rank(rank).id for rank in ranks)


def _signed(kind: str, one: Rule | Fact, says: str, sources: list[str], levels: str = "") -> ToSign:
    return ToSign(
        kind=kind,
        id=one.id,
        says=says,
        levels=levels,
        evidence=one.evidence,
        sources=", ".join(sources),
        reviewed=one.reviewed.isoformat(),
        reviewed_by=one.reviewed_by or "",
    )
