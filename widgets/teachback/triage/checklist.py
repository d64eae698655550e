"""The checklist as content: symptoms, rules, levels and the danger signs above it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from teachback.triage.findings import Finding, Findings
from teachback.triage.levels import DangerSigns, Level
from teachback.triage.lookup import Lookup
from teachback.triage.rule import Clause, Rule
from teachback.triage.symptom import Modifier, Symptom, SymptomGroup


@dataclass(frozen=True)
class ChecklistContent:
    """All that a symptom checklist asks and knows."""

    danger_signs: DangerSigns
    levels: tuple[Level, ...]
    groups: tuple[SymptomGroup, ...]
    modifiers: tuple[Modifier, ...]
    symptoms: tuple[Symptom, ...]
    rules: tuple[Rule, ...]

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The rank of each level, by the level's id."""
        return {level.id: level.rank for level in self.levels}

    @cached_property
    def places(self) -> dict[str, int]:
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

    @property
    def asked(self) -> tuple[Symptom, ...]:
        """The symptoms that the page asks; the rules know all."""
        return tuple(symptom for symptom in self.symptoms if symptom.asked)

    def level_of_rank(self, rank: int) -> Level:
        """Return the level with this rank."""
        return next(level for level in self.levels if level.rank == rank)

    def findings(self, answers: Mapping[str, str]) -> Findings:
        """Return the findings of answers yes, no or unsure by symptom; unsure counts as yes.

        Raises:
            AnswerError: if an answer is none of the three.
            KeyError: if there is no such symptom.
        """
        symptoms = {symptom.id: symptom for symptom in self.symptoms}
        read = {name: symptoms[name].control().read(value) for name, value in answers.items()}
        present = {name: Finding() for name, answer in read.items() if answer != "no"}
        return Findings(present, frozenset(m.id for m in self.modifiers if m.missing))

    def __str__(self) -> str:
        red_flags = sum(symptom.red_flag for symptom in self.symptoms)
        examples = sum(len(rule.examples) for rule in self.rules)
        return (
            f"checklist: {len(self.symptoms)} symptoms ({red_flags} red flags; "
            f"{len(self.asked)} asked on the page), "
            f"{len(self.rules)} rules, {examples} worked examples"
        )
