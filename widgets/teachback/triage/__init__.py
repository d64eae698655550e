"""Triage: symptoms, rules and findings, and the advice that follows from them."""

from teachback.triage.advice import Advice, advise
from teachback.triage.care_page import CarePage, Diary
from teachback.triage.checklist import ChecklistContent
from teachback.triage.condition import Condition
from teachback.triage.findings import Finding, Findings, read_findings
from teachback.triage.levels import DangerSigns, Level
from teachback.triage.practice_sheet import findings_of_story, practice_sheet, story_mistake
from teachback.triage.questionnaire import questionnaire
from teachback.triage.rule import Clause, Example, Rule
from teachback.triage.sheet import checklist_sheet
from teachback.triage.state import findings_of_state, read_state
from teachback.triage.story import EMERGENCY, RANKS, Story, StorySet, Tally, Urgency, judged, tally
from teachback.triage.symptom import Modifier, Place, Symptom, SymptomGroup

__all__ = [
    "EMERGENCY",
    "RANKS",
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
    "Story",
    "StorySet",
    "Symptom",
    "SymptomGroup",
    "Tally",
    "Urgency",
    "advise",
    "checklist_sheet",
    "findings_of_state",
    "findings_of_story",
    "judged",
    "practice_sheet",
    "questionnaire",
    "read_findings",
    "read_state",
    "story_mistake",
    "tally",
]
