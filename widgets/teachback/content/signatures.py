"""What still needs a clinician's signature: every rule, fact and question, and what is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from teachback.content.topic import Topic


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
    names = {level.rank: level.id for level in topic.checklist.levels}
    for rule in topic.checklist.rules:
        clauses = rule.clauses(topic.checklist.ranks)
        ranks = sorted({clause.rank for clause in clauses}, reverse=True)
        yield ToSign(
            kind="rule",
            id=rule.id,
            says=rule.reason,
            levels=", ".join(names[rank] for rank in ranks),
            evidence=rule.evidence,
            sources=", ".join(topic.names(rule.sources)),
            reviewed=rule.reviewed.isoformat(),
            reviewed_by=rule.reviewed_by or "",
        )
    for fact in topic.facts.values():
        yield ToSign(
            kind="fact",
            id=fact.id,
            says=f"{fact.statement} In plain words: {fact.plain}",
            levels="",
            evidence=fact.evidence,
            sources=", ".join(topic.names(fact.sources)),
            reviewed=fact.reviewed.isoformat(),
            reviewed_by=fact.reviewed_by or "",
        )
    about = topic.about
    for quiz in topic.quizzes.values():
        for question in quiz.questions:
            yield ToSign(
                kind="question",
                id=f"{quiz.id}/{question.id}",
                says=question.ask,
                levels="",
                evidence=", ".join(sorted({topic.facts[one].evidence for one in question.facts})),
                sources=", ".join(topic.cite(question.facts)),
                reviewed=about.reviewed.isoformat(),
                reviewed_by=about.reviewed_by or "",
            )
