"""Advice on a topic's checklist, from findings as a notebook or another program writes them."""

from __future__ import annotations

from teachback.content.topic import Topic
from teachback.triage import Advice, Findings, read_findings
from teachback.triage import advise as advice_for


def advise(topic: Topic, findings: object) -> Advice:
    """Return how fast to get help, the rules that say so, and why.

    `findings` is a Findings, or the JSON shape of `teachback advise`; what it leaves out counts
    as worst.

    Raises:
        FindingsError: naming every unknown name and impossible value.
    """
    checklist = topic.checklist
    if not isinstance(findings, Findings):
        findings = read_findings(findings, checklist.symptoms, checklist.modifiers)
    return advice_for(checklist, findings)
