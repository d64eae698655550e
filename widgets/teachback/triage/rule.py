"""Rules: when a level is reached, why, and where that comes from."""

from __future__ import annotations

from typing import Any, NamedTuple, Self

from pydantic import Field, model_validator

from teachback.model import Id, Reviewed, StrictModel, Text
from teachback.triage.condition import Child, Condition
from teachback.triage.levels import LevelId


class Step(StrictModel):
    """A level of a single-symptom rule and what it needs besides the symptom."""

    level: LevelId
    changed: bool | None = None
    severity: int | None = Field(default=None, ge=1, le=10)
    days: int | None = Field(default=None, ge=1)
    modifier: Id | None = None


class Case(StrictModel):
    """A level of a combination rule that gives more than one, and when it holds."""

    level: LevelId
    when: Child


class GivenFinding(StrictModel):
    """A symptom in a worked example; what is left out counts as worst."""

    changed: bool = True
    severity: int = Field(default=10, ge=1, le=10)
    days: int = Field(default=99, ge=0)


class Example(StrictModel):
    """A worked example: findings, and the level that all rules together give for them."""

    given: dict[Id, GivenFinding]
    modifiers: dict[Id, bool] = Field(default_factory=dict)
    level: LevelId


class Clause(NamedTuple):
    """One compiled line of a rule: the rule's id, the rank it gives, the condition."""

    rule: str
    rank: int
    condition: list[Any]


class Rule(Reviewed):
    """A rule of the clinical brief: `symptom` with `steps`, `when` with `level`, or `cases`."""

    id: Id
    symptom: Id | None = None
    steps: tuple[Step, ...] = Field(default=(), strict=False)
    when: Child | None = None
    level: LevelId | None = None
    cases: tuple[Case, ...] = Field(default=(), strict=False)
    reason: Text
    facts: tuple[Id, ...] = Field(strict=False)
    sources: tuple[Id, ...] = Field(min_length=1, strict=False)
    examples: tuple[Example, ...] = Field(min_length=1, strict=False)

    @model_validator(mode="after")
    def _single_or_combined(self) -> Self:
        names = ("symptom", "steps", "when", "level", "cases")
        given = {name for name in names if getattr(self, name)}
        if given not in ({"symptom", "steps"}, {"when", "level"}, {"cases"}):
            msg = "needs either 'symptom' and 'steps', or 'when' and 'level', or 'cases'"
            raise ValueError(msg)
        return self

    def conditions(self) -> tuple[tuple[LevelId, Condition], ...]:
        """Return each level this rule can give, with its condition."""
        if self.when is not None and self.level is not None:
            return ((self.level, self.when),)
        if self.cases:
            return tuple((case.level, case.when) for case in self.cases)
        needs = ((step.level, step.model_dump(exclude={"level"})) for step in self.steps)
        return tuple((level, Condition(symptom=self.symptom, **need)) for level, need in needs)

    def clauses(self, ranks: dict[str, int]) -> list[Clause]:
        """Return the rule as compiled clauses."""
        return [
            Clause(self.id, ranks[level], condition.compiled(ranks))
            for level, condition in self.conditions()
        ]
