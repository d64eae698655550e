"""The files of a topic: one model for each, named as the file is."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, Field

from teachback.calculators import Calculator
from teachback.model import (
    Fact,
    Figure,
    Id,
    Objective,
    OpenQuestion,
    Picture,
    Source,
    StrictModel,
    Term,
    Text,
)
from teachback.questions import Exam, QuestionSet
from teachback.triage import (
    CarePage,
    DangerSigns,
    Diary,
    Example,
    Level,
    Modifier,
    Place,
    Rule,
    StorySet,
    Symptom,
    SymptomGroup,
)


class TopicFile(StrictModel):
    """topic.yaml: what the course is called, and who has checked it."""

    id: Id
    title: Text
    language: Text
    reviewed: date
    reviewed_by: Text | None


class SourcesFile(StrictModel):
    """sources.yaml"""

    sources: tuple[Source, ...] = Field(strict=False)


class FactsFile(StrictModel):
    """facts.yaml"""

    facts: tuple[Fact, ...] = Field(strict=False)


class LevelsFile(StrictModel):
    """levels.yaml"""

    levels: tuple[Level, ...] = Field(strict=False)


class DangerSignsFile(StrictModel):
    """danger_signs.yaml"""

    danger_signs: DangerSigns


class SymptomsFile(StrictModel):
    """symptoms.yaml"""

    places: tuple[Place, ...] = Field(strict=False)
    groups: tuple[SymptomGroup, ...] = Field(strict=False)
    modifiers: tuple[Modifier, ...] = Field(strict=False)
    symptoms: tuple[Symptom, ...] = Field(strict=False)


class RulesFile(StrictModel):
    """rules.yaml"""

    nothing_ticked: Example
    rules: tuple[Rule, ...] = Field(strict=False)


class PicturesFile(StrictModel):
    """pictures.yaml"""

    pictures: tuple[Picture, ...] = Field(strict=False)


class FiguresFile(StrictModel):
    """figures.yaml"""

    figures: tuple[Figure, ...] = Field(strict=False)


class GlossaryFile(StrictModel):
    """glossary.yaml"""

    glossary: tuple[Term, ...] = Field(strict=False)


class ObjectivesFile(StrictModel):
    """objectives.yaml"""

    objectives: tuple[Objective, ...] = Field(strict=False)


class OpenQuestionsFile(StrictModel):
    """open_questions.yaml"""

    open_questions: tuple[OpenQuestion, ...] = Field(strict=False)


class CarePageFile(StrictModel):
    """care_page.yaml"""

    care_page: CarePage


class DiaryFile(StrictModel):
    """diary.yaml"""

    diary: Diary


class CalculatorsFile(StrictModel):
    """calculators.yaml"""

    calculators: tuple[Calculator, ...] = Field(strict=False)


SINGLE_FILES: dict[str, type[BaseModel]] = {
    "topic": TopicFile,
    "sources": SourcesFile,
    "facts": FactsFile,
    "levels": LevelsFile,
    "danger_signs": DangerSignsFile,
    "symptoms": SymptomsFile,
    "rules": RulesFile,
    "pictures": PicturesFile,
    "figures": FiguresFile,
    "glossary": GlossaryFile,
    "objectives": ObjectivesFile,
    "open_questions": OpenQuestionsFile,
    "care_page": CarePageFile,
    "diary": DiaryFile,
    "calculators": CalculatorsFile,
}

FOLDERS: dict[str, type[BaseModel]] = {"quizzes": QuestionSet, "stories": StorySet, "exams": Exam}
