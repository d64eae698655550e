"""Coverage: which fact is taught where and asked where, over content and notebooks together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from teachback.content import Deployment, read_file, read_files, read_topic
from teachback.errors import Mistake
from teachback.pages.age import aged
from teachback.pages.bank import Bank
from teachback.pages.everywhere import words_of
from teachback.pages.gates import Draft
from teachback.pages.gates.claims import claims, founded_on
from teachback.pages.gates.course import reached_by_choice, shown_somewhere
from teachback.pages.ledger import Ledger
from teachback.pages.ratings import Ratings
from teachback.pages.review import PageReport, review
from teachback.questions import QuestionSet

CONTENT = {".yaml", ".yml", ".ipynb"}


class Coverage:
    """A check over a topic and whatever else is added; `mistakes` holds all that was found."""

    today = date.today()  # noqa: DTZ011  the day where it is checked

    def __init__(self, home: Path) -> None:
        self.home = home
        self.topic, self._files, own = read_files(home, Deployment())
        self.pages: list[PageReport] = []
        self._found: list[Mistake] = list(own)
        self._bank = Bank(self.topic)
        for quiz in self.topic.quizzes.values() if self.topic else ():
            self._bank.add(quiz, self._files[f"quizzes/{quiz.id}"])
        if self.topic:
            self._found += words_of(self.topic, self._files)
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

    @property
    def drafts(self) -> list[Draft]:
        """The notebooks that could be read."""
        return [page.draft for page in self.pages if page.draft]

    @property
    def ledger(self) -> Ledger | None:
        """Where each fact is taught and asked; None if the topic cannot be read."""
        return Ledger(self.topic, self.pages) if self.topic else None

    def rated(self, folder: Path) -> None:
        """Check the ratings in a folder against the pages that were added."""
        self._found += Ratings(folder).against(self.drafts)

    def aged(self, months: int) -> list[Mistake]:
        """Return what of the topic was last checked so many months ago, or before."""
        return list(aged(self._files.values(), self.today, months))

    def claims(self) -> list[tuple[str, ...]]:
        """Return a row for each passage that cites: page, heading, words, facts, sources."""
        known = founded_on(self.topic) if self.topic else {}
        rows = (claim.row() for draft in self.drafts for claim in claims(draft, known))
        return [("Page", "Heading", "Begins with", "Facts and rules", "Sources"), *rows]

    def report(self) -> dict[str, Any]:
        """Return the report in the shape of the contracts."""
        self._found += self._bank.mistakes()
        objectives = self._objectives()
        ledger = self.ledger
        if ledger and self._whole and self.pages:
            self._found += self._of_the_whole(ledger)
        return {
            "errors": [
                {"file": m.file, "line": m.line, "where": m.where, "message": m.message}
                for m in self.mistakes
            ],
            "facts": ledger.facts() if ledger else {},
            "objectives": objectives,
            "questions": sum(len(quiz.questions) for quiz, _ in self._bank.entries),
            "rules": len(self.topic.checklist.rules) if self.topic else 0,
            "pages": {page.notebook: page.measures() for page in self.pages},
        }

    def _of_the_whole(self, ledger: Ledger) -> Iterator[Mistake]:
        """Yield what only the whole course can lack."""
        yield from ledger.unused(self._files["facts"])
        yield from ledger.missing(self._files["facts"])
        yield from shown_somewhere(self.drafts, ledger.topic)
        yield from reached_by_choice(self.drafts)

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
