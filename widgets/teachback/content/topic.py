"""A topic: everything one folder of content says, read and checked as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from teachback.calculators import Calculator
from teachback.content.deployment import Deployment, read_deployment
from teachback.content.files import FOLDERS, SINGLE_FILES, TopicFile
from teachback.content.links import check_links
from teachback.content.reader import read_model
from teachback.content.yaml_file import YamlFile
from teachback.errors import ContentError, Mistake
from teachback.model import Fact, Figure, Objective, OpenQuestion, Picture, Source, Term
from teachback.questions import Exam, QuestionSet
from teachback.triage import ChecklistContent, Diary, StorySet

TOPIC = "bone_metastasis"
"""The topic that the commands are about; the package comes with one."""


@dataclass(frozen=True)
class Topic:
    """A subject that can be taught: facts with sources, quizzes, a checklist, pictures."""

    folder: Path
    about: TopicFile
    deployment: Deployment
    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    checklist: ChecklistContent
    diary: Diary
    quizzes: Mapping[str, QuestionSet]
    stories: Mapping[str, StorySet]
    exams: Mapping[str, Exam]
    calculators: Mapping[str, Calculator]
    pictures: Mapping[str, Picture]
    figures: Mapping[str, Figure]
    glossary: Mapping[str, Term]
    objectives: Mapping[str, Objective]
    open_questions: tuple[OpenQuestion, ...]

    def names(self, source_ids: Iterable[str]) -> list[str]:
        """Return the names of these sources as readers see them, each once."""
        return list(dict.fromkeys(self.sources[source].name for source in source_ids))

    def cite(self, fact_ids: Iterable[str]) -> list[str]:
        """Return the names of the sources that these facts rest on."""
        return self.names(source for fact in fact_ids for source in self.facts[fact].sources)

    def __str__(self) -> str:
        questions = sum(len(quiz.questions) for quiz in self.quizzes.values())
        return (
            f"{self.about.id}: {len(self.facts)} facts, {len(self.sources)} sources, "
            f"{questions} questions, {len(self.checklist.symptoms)} symptoms, "
            f"{len(self.checklist.rules)} rules"
        )


def topic_folder(name: str) -> Path:
    """Return the folder of a topic that comes with this package."""
    return Path(__file__).parent / name


@cache
def load_topic(name: str) -> Topic:
    """Return the topic of this name, with this deployment's numbers in its words.

    Raises:
        ContentError: with every mistake of every file, if there are any.
    """
    topic, mistakes = read_topic(topic_folder(name), read_deployment())
    if topic is None or mistakes:
        raise ContentError(mistakes)
    return topic


def read_topic(folder: Path, deployment: Deployment) -> tuple[Topic | None, list[Mistake]]:
    """Return the topic in `folder`, or None, and every mistake in its files."""
    topic, _, mistakes = read_files(folder, deployment)
    return topic, mistakes


def read_files(
    folder: Path, deployment: Deployment
) -> tuple[Topic | None, dict[str, YamlFile], list[Mistake]]:
    """Return the topic in `folder`, or None, its files by name, and every mistake in them."""
    files: dict[str, YamlFile] = {}
    read: dict[str, Any] = {}
    mistakes: list[Mistake] = []
    for name, model in _expected(folder):
        path = folder / f"{name}.yaml"
        shown_as = f"{folder.name}/{name}.yaml"
        if not path.is_file():
            message = "is missing; every topic needs this file"
            mistakes.append(Mistake(shown_as, 1, "file", message))
            continue
        read[name], files[name] = read_model(path, model, deployment.words, shown_as)
        mistakes += files[name].mistakes
    if mistakes:
        return None, files, mistakes
    topic = _assembled(folder, deployment, read)
    return topic, files, check_links(topic, files)


def _expected(folder: Path) -> list[tuple[str, Any]]:
    in_folders = [
        (f"{sub}/{path.stem}", model)
        for sub, model in FOLDERS.items()
        for path in sorted((folder / sub).glob("*.yaml"))
    ]
    return [*SINGLE_FILES.items(), *in_folders]


def _assembled(folder: Path, deployment: Deployment, read: dict[str, Any]) -> Topic:
    symptoms = read["symptoms"]
    checklist = ChecklistContent(
        danger_signs=read["danger_signs"].danger_signs,
        care_page=read["care_page"].care_page,
        levels=read["levels"].levels,
        places=symptoms.places,
        groups=symptoms.groups,
        modifiers=symptoms.modifiers,
        symptoms=symptoms.symptoms,
        rules=read["rules"].rules,
    )
    return Topic(
        folder=folder,
        about=read["topic"],
        deployment=deployment,
        sources={source.id: source for source in read["sources"].sources},
        facts={fact.id: fact for fact in read["facts"].facts},
        checklist=checklist,
        diary=read["diary"].diary,
        quizzes={v.id: v for k, v in read.items() if k.startswith("quizzes/")},
        stories={v.id: v for k, v in read.items() if k.startswith("stories/")},
        exams={v.id: v for k, v in read.items() if k.startswith("exams/")},
        calculators={one.id: one for one in read["calculators"].calculators},
        pictures={picture.id: picture for picture in read["pictures"].pictures},
        figures={figure.id: figure for figure in read["figures"].figures},
        glossary={term.id: term for term in read["glossary"].glossary},
        open_questions=read["open_questions"].open_questions,
        objectives={objective.id: objective for objective in read["objectives"].objectives},
    )
