"""Coverage: which fact is taught where and asked where, over content and notebooks together."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from teachback.content import Deployment, Topic, check_file, read_topic
from teachback.errors import Mistake
from teachback.pages.reading import grade
from teachback.pages.review import PageReport, review

LONGEST_REASON = 50  # words, for patients (standards LS-01)
TEXT_GRADE = 8.0  # one short text; pages as a whole are held to 6


class Coverage:
    """A check over a topic and whatever else is added; `mistakes` holds all that was found."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.topic, own = read_topic(home, Deployment())
        self.pages: list[PageReport] = []
        self._found: list[Mistake] = list(own)
        self._whole = False

    @property
    def mistakes(self) -> list[Mistake]:
        """Every mistake, in the order of files and lines."""
        return sorted({*self._found, *(m for page in self.pages for m in page.mistakes)})

    def add(self, path: Path) -> None:
        """Check a topic folder, a notebook, a YAML file, or a folder of these."""
        if path == self.home:
            self._whole = self.topic is not None
        elif not path.exists():
            self._found.append(Mistake(str(path), 1, "file", "is not there; correct the path"))
        elif (path / "topic.yaml").is_file():
            self._found += read_topic(path, Deployment())[1]
        elif path.suffix == ".ipynb":
            self._review(path)
        elif path.is_dir():
            for one in sorted(path.rglob("*")):
                if one.suffix in {".yaml", ".yml", ".ipynb"} and "checkpoint" not in one.name:
                    self.add(one)
        else:
            self._found += check_file(path)

    def report(self) -> dict[str, Any]:
        """Return the report in the shape of the contracts."""
        topic = self.topic
        if topic is not None:
            self._found += _measured_texts(topic)
        taught, asked = self._taught(), _asked(topic)
        if topic is not None and self._whole and self.pages:
            self._found += _unused_facts(topic, set(taught) | set(asked) | _ruled(topic))
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
            "objectives": {},
            "questions": sum(len(q.questions) for q in topic.quizzes.values()) if topic else 0,
            "rules": len(topic.checklist.rules) if topic else 0,
            "pages": {page.notebook: page.measures() for page in self.pages},
        }

    def _review(self, path: Path) -> None:
        if self.topic is not None:
            self.pages.append(review(path, path.as_posix(), self.topic))

    def _taught(self) -> dict[str, list[str]]:
        taught: defaultdict[str, list[str]] = defaultdict(list)
        for page in self.pages:
            for fact in sorted(page.facts):
                taught[fact].append(page.notebook)
        return taught


def _asked(topic: Topic | None) -> dict[str, list[str]]:
    asked: defaultdict[str, list[str]] = defaultdict(list)
    for quiz in topic.quizzes.values() if topic else []:
        for question in quiz.questions:
            for fact in question.facts:
                asked[fact].append(f"{quiz.id}/{question.id}")
    return asked


def _ruled(topic: Topic) -> set[str]:
    rules = {fact for rule in topic.checklist.rules for fact in rule.facts}
    pictures = {fact for picture in topic.pictures.values() for fact in picture.facts}
    return rules | pictures | set(topic.checklist.danger_signs.facts)


def _unused_facts(topic: Topic, used: set[str]) -> list[Mistake]:
    message = "is taught nowhere, asked nowhere and no rule rests on it; use it or remove it"
    file = f"{topic.folder.name}/facts.yaml"
    return [
        Mistake(file, 1, f"facts '{fact}'", message) for fact in topic.facts if fact not in used
    ]


def _measured_texts(topic: Topic) -> list[Mistake]:
    """Measure what a page shows besides its prose: questions, reasons and rules."""
    mistakes: list[Mistake] = []
    for quiz in topic.quizzes.values():
        file = f"{topic.folder.name}/quizzes/{quiz.id}.yaml"
        for question in quiz.questions:
            for option, why in question.reasons().items():
                where = f"{question.id}.{option}.why"
                if (words := len(why.split())) > LONGEST_REASON:
                    message = f"has {words} words, at most {LONGEST_REASON}; shorten it"
                    mistakes.append(Mistake(file, 1, where, message))
                mistakes += _too_hard(file, where, why)
            mistakes += _too_hard(file, f"{question.id}.ask", question.ask)
    file = f"{topic.folder.name}/rules.yaml"
    for rule in topic.checklist.rules:
        mistakes += _too_hard(file, f"{rule.id}.reason", rule.reason)
    return mistakes


def _too_hard(file: str, where: str, text: str) -> list[Mistake]:
    found = grade(text)
    if found <= TEXT_GRADE:
        return []
    message = f"reading grade {found:.1f}, at most {TEXT_GRADE:.0f}; use shorter words"
    return [Mistake(file, 1, where, message)]
