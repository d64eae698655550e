"""A bank of quizzes with their files: lint and the words of each question, at their lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from teachback.content import Topic
from teachback.content.yaml_file import YamlFile
from teachback.errors import Mistake
from teachback.pages.gates import Passage, standard
from teachback.pages.gates.survival import hidden_facts, survival_figures
from teachback.pages.gates.texts import LABELS, QUIZ, of_file
from teachback.pages.review import Gate, of_words
from teachback.questions import QuestionSet, lint


class Bank:
    """Quizzes, each with the file it was read from; `topic` has their facts and hard words."""

    def __init__(self, topic: Topic | None) -> None:
        self.topic = topic
        self.entries: list[tuple[QuestionSet, YamlFile]] = []

    def add(self, quiz: QuestionSet, file: YamlFile) -> None:
        """Take a quiz into the bank."""
        self.entries.append((quiz, file))

    def mistakes(self) -> Iterator[Mistake]:
        """Yield every mistake that only reading and comparing questions can find."""
        for finding in lint([quiz for quiz, _ in self.entries]):
            yield self.entries[finding.quiz][1].mistake(finding.place, finding.message)
        for quiz, file in self.entries:
            if quiz.audience == "patient" and self.topic:
                yield from self._patients(quiz, of_file(file, QUIZ), self.topic)
            else:
                yield from _nurses(of_file(file, QUIZ - LABELS))

    def _patients(
        self, quiz: QuestionSet, passages: Iterable[Passage], topic: Topic
    ) -> Iterator[Mistake]:
        """Yield the mistakes of a quiz; about hidden facts it may tell, but not for later."""
        asked = {fact for question in quiz.questions for fact in question.facts}
        hidden = bool(asked & hidden_facts(topic))
        survival = survival_figures(topic.facts.values())
        gates = of_words(topic)
        for passage in passages:
            open_to_all = not hidden or ".remember" in f".{passage.where}"
            yield from held(passage, (*gates, survival) if open_to_all else gates)


def held(passage: Passage, gates: Sequence[Gate]) -> Iterator[Mistake]:
    """Yield what these gates find in a passage."""
    for gate in gates:
        yield from (passage.mistake(message) for message in gate(passage))


def _nurses(passages: Iterable[Passage]) -> Iterator[Mistake]:
    highest = standard().limits.nurse_grade
    for passage in passages:
        if (found := passage.grade) > highest:
            message = f"reading grade {found:.1f}, at most {highest:.0f}; use shorter words"
            yield passage.mistake(message)
