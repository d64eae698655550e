"""Coverage: which fact is taught where and asked where, over content and notebooks together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from teachback.content import Deployment, Topic, read_file, read_files, read_topic
from teachback.errors import Mistake
from teachback.pages.bank import Bank
from teachback.pages.everywhere import words_of
from teachback.pages.review import PageReport, review
from teachback.questions import QuestionSet

CONTENT = {".yaml", ".yml", ".ipynb"}


class Coverage:
    """A check over a topic and whatever else is added; `mistakes` holds all that was found."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.topic, files, own = read_files(home, Deployment())
        self.pages: list[PageReport] = []
        self._found: list[Mistake] = list(own)
        self._bank = Bank(self.topic)
        for quiz in self.topic.quizzes.values() if self.topic else ():
            self._bank.add(quiz, files[f"quizzes/{quiz.id}"])
        if self.topic:
            self._found += words_of(self.topic, files)
        self._whole = False
        self._alone: dict[str, Mistake] = {}

    @property
    def mistakes(self) -> list[Mistake]:
        """Every mistake, in the order of files and lines."""
        return sorted({*self._found, *(m for page in self.pages for m in page.mistakes)})

    def add(self, path: Path) -> None:
        """Check a topic folder, a notebook or a YAML file."""
        if path == self.home:
            self._whole = self.topic is not None
        elif not path.exists():
            self._found.append(Mistake(str(path), 1, "file", "is not there; correct the path"))
        elif (path / "topic.yaml").is_file():
            self._found += read_topic(path, Deployment())[1]
        elif path.suffix == ".ipynb":
            self._review(path)
        else:
            content, file = read_file(path)
            self._found += file.mistakes
            if isinstance(content, QuestionSet):
                self._bank.add(content, file)

    def report(self) -> dict[str, Any]:
        """Return the report in the shape of the contracts."""
        topic = self.topic
        self._found += self._bank.mistakes()
        objectives = self._objectives()
        taught, asked = self._taught(), _asked(topic)
        if topic is not None and self._whole and self.pages:
            used = set(taught) | set(asked) | _ruled(topic)
            self._found += _unused_facts(topic, used, {page.audience for page in self.pages})
        facts = topic.facts.values() if topic else []
        return {
            "errors": [
                {"file": m.file, "line": m.line, "where": m.where, "message": m.message}
                for m in self.mistakes
            ],
            "facts": {
                fact.id: {
                    "taught_in": taught.get(fact.id, []),
                    "asked_in": asked.get(fact.id, []),
                    "sources": list(fact.sources),
                    "evidence": fact.evidence,
                }
                for fact in facts
            },
            "objectives": objectives,
            "questions": sum(len(quiz.questions) for quiz, _ in self._bank.entries),
            "rules": len(topic.checklist.rules) if topic else 0,
            "pages": {page.notebook: page.measures() for page in self.pages},
        }

    def _review(self, path: Path) -> None:
        if self.topic is not None:
            self.pages.append(review(path, path.as_posix(), self.topic))

    def _objectives(self) -> dict[str, dict[str, Any]]:
        """Return for each objective the questions that ask for it; one alone is a mistake.

        None at all is not: a course may not have come to it yet, and the report shows it.
        """
        items: defaultdict[str, list[str]] = defaultdict(list)
        for quiz, file in self._bank.entries:
            for place, question in enumerate(quiz.questions):
                if question.objective:
                    items[question.objective].append(f"{quiz.id}/{question.id}")
                    last = file.mistake(
                        ("questions", place), "is alone for its objective; add a second question"
                    )
                    self._alone[question.objective] = last
        self._found += [one for name, one in self._alone.items() if len(items[name]) == 1]
        known = self.topic.objectives.values() if self.topic else ()
        return {one.id: {"text": one.text, "items": items[one.id]} for one in known}

    def _taught(self) -> dict[str, list[str]]:
        taught: defaultdict[str, list[str]] = defaultdict(list)
        for page in self.pages:
            for fact in sorted(page.facts):
                taught[fact].append(page.notebook)
        return taught


def contents_of(paths: Iterable[Path], home: Path) -> list[Path]:
    """Return what there is to check below these paths: topics, notebooks and YAML files."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir() and path != home and not (path / "topic.yaml").is_file():
            files = (one for one in sorted(path.rglob("*")) if one.suffix in CONTENT)
            found += [one for one in files if "checkpoint" not in one.name]
        else:
            found.append(path)
    return found


def _asked(topic: Topic | None) -> dict[str, list[str]]:
    asked: defaultdict[str, list[str]] = defaultdict(list)
    for quiz in topic.quizzes.values() if topic else []:
        for question in quiz.questions:
            for fact in question.facts:
                asked[fact].append(f"{quiz.id}/{question.id}")
    for told in topic.stories.values() if topic else []:
        for story in told.stories:
            for fact in story.facts:
                asked[fact].append(f"{told.id}/{story.id}")
    return asked


def _ruled(topic: Topic) -> set[str]:
    rules = {fact for rule in topic.checklist.rules for fact in rule.facts}
    shown = {fact for one in topic.pictures.values() for fact in one.facts}
    shown |= {fact for one in topic.figures.values() for fact in one.facts}
    shown |= {fact for one in topic.glossary.values() for fact in one.facts}
    shown |= {fact for one in topic.calculators.values() for fact in one.facts}
    papers = (topic.checklist.danger_signs, topic.checklist.care_page, topic.diary)
    return rules | shown | {fact for paper in papers for fact in paper.facts}


def _unused_facts(topic: Topic, used: set[str], audiences: set[str]) -> list[Mistake]:
    """Return the facts that nothing uses; those for readers without a page yet may wait."""
    message = "is taught nowhere, asked nowhere and no rule rests on it; use it or remove it"
    file = f"{topic.folder.name}/facts.yaml"
    return [
        Mistake(file, 1, f"facts '{fact.id}'", message)
        for fact in topic.facts.values()
        if fact.id not in used and audiences & set(fact.audience)
    ]
