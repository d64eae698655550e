"""The sheet of triage practice: stories with the rules' verdict on each, decided ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from teachback.triage.advice import advise
from teachback.triage.checklist import ChecklistContent
from teachback.triage.findings import Findings, read_findings
from teachback.triage.sheet import Names
from teachback.triage.story import RANKS, WORDS, Story, Urgency, judged

WORST = "not said, so it counts as the worst"
OPEN = {"changed": "new or changed", "severity": "how bad", "days": "how many days"}


def practice_sheet(
    checklist: ChecklistContent,
    stories: Iterable[Story],
    names: Names,
    cite: Names,
    per_round: int,
) -> dict[str, Any]:
    """Return the stories as plain JSON values; `names` is for sources, `cite` for facts."""
    given = list(stories)
    rules = {rule.id: rule for rule in checklist.rules}
    used = sorted({rule for story in given for rule in story.rules})
    return {
        "kind": "triage",
        "key": "triage",
        "perRound": per_round,
        "levels": [one.model_dump(mode="json") for one in checklist.levels if one.rank >= 0],
        "verdicts": {
            level: {chosen: _verdict(chosen, level) for chosen in RANKS} for level in RANKS
        },
        "rules": {
            name: {"reason": rules[name].reason, "sources": names(rules[name].sources)}
            for name in used
        },
        "stories": [
            story.model_dump(mode="json", include={"id", "who", "says", "level", "rules", "trap"})
            | {"heard": list(_heard(checklist, story)), "sources": cite(story.facts)}
            for story in given
        ],
    }


def _verdict(chosen: Urgency, level: Urgency) -> dict[str, str]:
    kind = judged(chosen, level)
    return {"kind": kind, "words": WORDS[kind]}


def findings_of_story(checklist: ChecklistContent, story: Story) -> Findings:
    """Return the story's findings; what it leaves out counts as worst.

    Raises:
        FindingsError: naming every unknown name and impossible value.
    """
    return read_findings(story.findings, checklist.symptoms, checklist.modifiers)


def story_mistake(checklist: ChecklistContent, story: Story) -> str | None:
    """Return how the story's level and rules differ from the rule engine's, or None.

    Raises:
        FindingsError: if its findings cannot be read.
    """
    advice = advise(checklist, findings_of_story(checklist, story))
    if advice.level.id == story.level and set(advice.rules) == set(story.rules):
        return None
    told = f"{story.level} by {', '.join(story.rules)}"
    found = f"{advice.level.id} by {', '.join(advice.rules) or 'no rule'}"
    return f"says {told}, but the rules give {found}; correct the findings, or level and rules"


def _heard(checklist: ChecklistContent, story: Story) -> Iterator[dict[str, str]]:
    """Yield each symptom and circumstance of the story as the rules hear it."""
    extra = story.findings.get("modifiers", {})
    symptoms = {one.id: one for one in checklist.symptoms}
    for name in story.findings["symptoms"]:
        one = symptoms[name]
        said = [_field(field, extra.get(field, {}).get(name)) for field in one.fields]
        yield {"ask": one.ask, "said": "; ".join(["yes", *said])}
    for modifier in checklist.modifiers:
        if modifier.id in extra:
            yield {"ask": modifier.ask, "said": _flag(extra[modifier.id])}
        elif modifier.missing:
            yield {"ask": modifier.ask, "said": WORST}


def _flag(value: object) -> str:
    return "not sure, so it counts as yes" if value == "unsure" else "yes" if value else "no"


def _field(field: str, value: object) -> str:
    if value is None:
        return {"changed": "new or changed: ", "severity": "how bad: ", "days": "days: "}[
            field
        ] + WORST
    if field == "changed":
        return "known, checked and the same" if value is False else "new or changed"
    return f"{value} of 10" if field == "severity" else f"{value} days"
