"""Triage: symptoms, rules and findings, and the advice that follows from them."""

from teachback.triage.advice import Advice, advise
from teachback.triage.care_page import CarePage, Diary
from teachback.triage.checklist import ChecklistContent
from teachback.triage.condition import Condition
from teachback.triage.findings import Finding, Findings, read_findings
from teachback.triage.levels import DangerSigns, Level
from teachback.triage.questionnaire import questionnaire
from teachback.triage.rule import Clause, Example, Rule
from teachback.triage.sheet import checklist_sheet
from teachback.triage.state import findings_of_state, read_state
from teachback.triage.symptom import Modifier, Place, Symptom, SymptomGroup

__all__ = [
    "Advice",
    "CarePage",
    "ChecklistContent",
    "Clause",
    "Condition",
    "DangerSigns",
    "Diary",
    "Example",
    "Finding",
    "Findings",
    "Level",
    "Modifier",
    "Place",
    "Rule",
    "Symptom",
    "SymptomGroup",
    "advise",
    "checklist_sheet",
    "findings_of_state",
    "questionnaire",
    "read_findings",
    "read_state",
]
