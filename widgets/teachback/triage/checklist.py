"""The checklist as content: symptoms, rules, levels and the danger signs above it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from teachback.triage.care_page import CarePage
from teachback.triage.levels import DangerSigns, Level
from teachback.triage.lookup import Lookup
from teachback.triage.rule import Clause, Rule
from teachback.triage.symptom import Modifier, Place, Symptom, SymptomGroup


@dataclass(frozen=True)
class ChecklistContent:
    """All that a symptom checklist asks and knows."""

    danger_signs: DangerSigns
    care_page: CarePage
    levels: tuple[Level, ...]
    places: tuple[Place, ...]
    groups: tuple[SymptomGroup, ...]
    modifiers: tuple[Modifier, ...]
    symptoms: tuple[Symptom, ...]
    rules: tuple[Rule, ...]

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The rank of each level, by the level's id."""
        return {level.id: level.rank for level in self.levels}

    @cached_property
    def rule_order(self) -> dict[str, int]:
        """The place of each rule among the rules, by the rule's id."""
        return {rule.id: place for place, rule in enumerate(self.rules)}

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """All rules, compiled."""
        return tuple(clause for rule in self.rules for clause in rule.clauses(self.ranks))

    @cached_property
    def lookup(self) -> Lookup:
        """The compiled rules, by the symptoms they look at."""
        return Lookup(self.clauses, frozenset(modifier.id for modifier in self.modifiers))

    def level_of_rank(self, rank: int) -> Level:
        """Return the level with this rank."""
        return next(level for level in self.levels if level.rank == rank)

    def __str__(self) -> str:
        red_flags = sum(symptom.red_flag for symptom in self.symptoms)
        examples = sum(len(rule.examples) for rule in self.rules)
        return (
            f"checklist: {len(self.symptoms)} symptoms ({red_flags} red flags), "
            f"{len(self.rules)} rules, {examples} worked examples"
        )
