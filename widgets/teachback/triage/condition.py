"""Conditions of rules: trees of "at least so many of these hold".

There is no negation, and every leaf asks for *at least* something: so more or worse findings
can never make a condition fail that held before. In YAML a condition is a symptom's name, a
mapping with `symptom`, `changed`, `severity`, `days`, `modifier` or `level`, or a list under
`any`, `all`, or `at_least` with `of`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from teachback.model import Id, StrictModel
from teachback.triage.levels import LevelId


class Condition(StrictModel):
    """One node: a leaf that looks at a finding, or a count over other conditions."""

    symptom: Id | None = None
    changed: bool | None = Field(default=None, description="true: only if new or changed")
    severity: int | None = Field(default=None, ge=1, le=10, description="at least this, of 10")
    days: int | None = Field(default=None, ge=1, description="at least so many days")
    modifier: Id | None = None
    level: LevelId | None = Field(default=None, description="the other rules reach this level")
    any: tuple[Child, ...] = Field(default=(), strict=False)
    all: tuple[Child, ...] = Field(default=(), strict=False)
    at_least: int | None = Field(default=None, ge=1)
    of: tuple[Child, ...] = Field(default=(), strict=False)

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        leaf = any([self.symptom, self.modifier, self.level])
        lists = [bool(self.any), bool(self.all), bool(self.of)]
        if leaf == any(lists) or sum(lists) > 1:
            msg = "say one thing: a symptom, a modifier, a level, or one of any, all, at_least/of"
            raise ValueError(msg)
        if bool(self.of) != (self.at_least is not None) or (self.at_least or 0) > len(
            self.of or "x"
        ):
            msg = "'at_least' needs a list under 'of' that is at least as long"
            raise ValueError(msg)
        if self.changed is False:
            msg = "'changed: false' would be a negation; leave it out, the rule then always holds"
            raise ValueError(msg)
        if not self.symptom and any([self.changed, self.severity, self.days]):
            msg = "'changed', 'severity' and 'days' need the symptom they belong to"
            raise ValueError(msg)
        return self

    def leaves(self) -> Iterator[Condition]:
        """Yield every leaf below this node."""
        children = self.any + self.all + self.of
        if not children:
            yield self
        for child in children:
            yield from child.leaves()

    def compiled(self, ranks: dict[str, int]) -> list[Any]:
        """Return the condition as nested lists that both evaluators read.

        `["at_least", k, [...]]`, `["has", symptom, changed, severity, days]`,
        `["modifier", id]` or `["level", rank]`.
        """
        children = self.any + self.all + self.of
        if children:
            needed = self.at_least or (len(children) if self.all else 1)
            return ["at_least", needed, [child.compiled(ranks) for child in children]]
        parts: list[list[Any]] = []
        if self.symptom:
            changed = int(self.changed or False)
            parts.append(["has", self.symptom, changed, self.severity or 0, self.days or 0])
        if self.modifier:
            parts.append(["modifier", self.modifier])
        if self.level:
            parts.append(["level", ranks[self.level]])
        return parts[0] if len(parts) == 1 else ["at_least", len(parts), parts]


def _named(value: object) -> object:
    return {"symptom": value} if isinstance(value, str) else value


Child = Annotated[Condition, BeforeValidator(_named)]
Condition.model_rebuild()
