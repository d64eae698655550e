"""Stories: what a caller says, and what the rules make of it; a nurse decides before they do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field, field_validator

from teachback.model import Id, StrictModel, Text, refuse_double_ids

Urgency = Literal["EMERGENCY_NOW", "SAME_DAY", "CALL_24_48H", "NEXT_VISIT"]
"""The levels that a call can have; most urgent first."""

RANKS: dict[Urgency, int] = {
    "EMERGENCY_NOW": 3,
    "SAME_DAY": 2,
    "CALL_24_48H": 1,
    "NEXT_VISIT": 0,
}
EMERGENCY: Urgency = "EMERGENCY_NOW"

Judged = Literal["same", "higher", "lower", "missed_emergency"]
"""A nurse's decision beside the rules' level."""

WORDS: dict[Judged, str] = {
    "same": "The same as the rules.",
    "higher": (
        "Over-triage: higher than the rules. A nurse may always go higher. What did you hear that "
        "the rules do not?"
    ),
    "lower": "Under-triage: lower than the rules. This person would wait too long.",
    "missed_emergency": (
        "Under-triage of an emergency. This person needs help now, and was told to wait."
    ),
}


class Story(StrictModel):
    """One call: who calls, in which words, and the level and rules that follow from it."""

    id: Id
    who: Text = Field(description="What the nurse knows before the call: age, treatment.")
    says: Text = Field(description="The caller's own, plain words.")
    findings: dict[str, Any] = Field(description="The shape of `teachback advise`.")
    level: Urgency
    rules: tuple[Id, ...] = Field(min_length=1, strict=False, description="Rules that set it.")
    trap: Text = Field(description="What could mislead, and what to listen for.")
    facts: tuple[Id, ...] = Field(min_length=1, strict=False)


class StorySet(StrictModel):
    """Stories to practise with, or kept back for a test."""

    id: Id
    use: Literal["practice", "test"] = "practice"
    stories: tuple[Story, ...] = Field(min_length=1, strict=False)

    @field_validator("stories")
    @classmethod
    def _each_id_once(cls, stories: tuple[Story, ...]) -> tuple[Story, ...]:
        refuse_double_ids(stories, "story")
        return stories


def judged(chosen: Urgency, level: Urgency) -> Judged:
    """Return how a decision compares with the rules' level.

    >>> judged("SAME_DAY", "EMERGENCY_NOW")
    'missed_emergency'
    """
    if RANKS[chosen] == RANKS[level]:
        return "same"
    if RANKS[chosen] > RANKS[level]:
        return "higher"
    return "missed_emergency" if level == EMERGENCY else "lower"


@dataclass(frozen=True)
class Tally:
    """Decisions counted: emergencies and how many were seen, what was placed too high or low."""

    stories: int
    emergencies: int
    found: int
    higher: int
    lower: int

    @property
    def sensitivity(self) -> float | None:
        """Share of emergencies that were called one; None if there was none."""
        return self.found / self.emergencies if self.emergencies else None

    @property
    def over_triage(self) -> float | None:
        """Share of the other stories that were placed higher than the rules; None without any."""
        others = self.stories - self.emergencies
        return self.higher / others if others else None


def tally(decisions: Iterable[tuple[Urgency, Urgency]]) -> Tally:
    """Return the count of decisions, each the chosen level and the rules' level."""
    given = list(decisions)
    verdicts = [judged(chosen, level) for chosen, level in given]
    emergencies = sum(level == EMERGENCY for _, level in given)
    missed = verdicts.count("missed_emergency")
    return Tally(
        stories=len(given),
        emergencies=emergencies,
        found=emergencies - missed,
        higher=verdicts.count("higher"),
        lower=verdicts.count("lower") + missed,
    )
