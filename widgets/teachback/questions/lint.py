"""Lint of a bank of questions: what makes a test easy to guess, hard to read, or asked twice.

Sources: standards 3.3, LS-01 to LS-05. A place is where in its file a question stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from teachback.questions.base import Question
from teachback.questions.multiple_choice import MultipleChoice
from teachback.questions.question_set import QuestionSet

LONGEST_REASON = 50  # words, for patients (LS-01)
FEWEST_OPTIONS, MOST_OPTIONS = 3, 5  # of multiple choice (LS-04)
LARGEST_SHARE = 0.35  # of keys in one place, and of keys that are the longest option (LS-03)
SMALLEST_BANK = 12  # questions; with fewer, one of them moves a share by more than eight of 100
_CATCH_ALL = re.compile(
    r"\b(all|none|both|neither) (of )?(the )?(above|these|them)\b|\bboth [a-e] and [a-e]\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"\b(not|except|least likely)\b(?=[^.]*\?)")
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTED = re.compile(rf"\b({'|'.join(_COUNTS)}) (short )?questions?\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"^\D{0,3}(\d+(?:\.\d+)?)")

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Finding:
    """One thing to mend: in which quiz, where in its file, and what to do."""

    quiz: int
    place: Place
    message: str


def lint(quizzes: Sequence[QuestionSet]) -> Iterator[Finding]:
    """Yield everything to mend in a bank of quizzes; the cost grows with the questions alone."""
    for number, quiz in enumerate(quizzes):
        yield from (Finding(number, ("intro",), message) for message in _miscounted(quiz))
        for at, question in enumerate(quiz.questions):
            for place, message in _of_question(quiz, question):
                yield Finding(number, ("questions", at, *place), message)
    yield from _twice(quizzes)
    yield from _balance(quizzes)


def _miscounted(quiz: QuestionSet) -> Iterator[str]:
    asked = len(quiz.drawn())
    if (said := _COUNTED.search(quiz.intro)) and _COUNTS.index(said[1].lower()) + 1 != asked:
        yield f"says '{said[0]}', and {asked} are asked; say {asked}, or do not count"


def _of_question(quiz: QuestionSet, question: Question) -> Iterator[tuple[Place, str]]:
    if quiz.audience == "patient":
        yield from _long_reasons(question)
    if _NEGATIVE.search(question.ask):
        yield (
            ("ask",),
            "asks for what is not so; ask for what is, or write NOT or EXCEPT in capitals",
        )
    for element, words in question.choices().items():
        if _CATCH_ALL.search(words):
            message = f"'{words}' ({element}) stands for other options; say what is meant"
            yield ("options",), message
    if isinstance(question, MultipleChoice):
        count = len(question.options)
        if not FEWEST_OPTIONS <= count <= MOST_OPTIONS:
            message = f"has {count} options; {FEWEST_OPTIONS} to {MOST_OPTIONS} work best"
            yield ("options",), message
        mixed = quiz.policy.shuffle or quiz.policy.mode == "exam"
        if mixed and not question.ordered and _is_scale(question):
            yield ("options",), "looks like a scale; add 'ordered: true' so that it is not mixed"


def _long_reasons(question: Question) -> Iterator[tuple[Place, str]]:
    texts = {**question.reasons(), "hint": question.hint or ""}
    for element, words in texts.items():
        if (count := len(words.split())) > LONGEST_REASON:
            message = f"the reason of '{element}' has {count} words, at most {LONGEST_REASON}"
            yield (), f"{message}; shorten it"


def _is_scale(question: MultipleChoice) -> bool:
    found = [_NUMBER.match(option.text) for option in question.options]
    values = [float(one[1]) for one in found if one]
    return len(values) == len(found) and values in (sorted(values), sorted(values, reverse=True))


def _twice(quizzes: Sequence[QuestionSet]) -> Iterator[Finding]:
    """Yield questions that ask the same with the same options, and quizzes with the same id."""
    seen: dict[str, str] = {}
    ids: set[str] = set()
    for number, quiz in enumerate(quizzes):
        if quiz.id in ids:
            yield Finding(number, ("id",), f"quiz '{quiz.id}' stands twice; give it its own id")
        ids.add(quiz.id)
        for at, question in enumerate(quiz.questions):
            where = f"{quiz.id}/{question.id}"
            first = seen.setdefault(_fingerprint(question), where)
            if first != where:
                message = f"asks the same as {first}; remove one, or make it another case"
                yield Finding(number, ("questions", at), message)


def _fingerprint(question: Question) -> str:
    choices = sorted(set(question.choices().values()))
    exhibit = question.exhibit.model_dump_json() if question.exhibit else ""
    words = (" ".join(_WORD.findall(text.lower())) for text in (question.ask, *choices))
    return "|".join([*words, exhibit])


def _balance(quizzes: Sequence[QuestionSet]) -> Iterator[Finding]:
    """Yield what lets a guesser win: a favourite place of the key, or the longest option."""
    asked = [one for quiz in quizzes for one in quiz.questions if isinstance(one, MultipleChoice)]
    if len(asked) < SMALLEST_BANK:
        return
    places = Counter(_place(question) for question in asked)
    place, count = places.most_common(1)[0]
    if count > LARGEST_SHARE * len(asked):
        message = f"option {place + 1} is right in {count} of {len(asked)} questions"
        yield Finding(0, (), f"{message}, at most 35 of 100; move some keys")
    longest = sum(map(_key_is_longest, asked))
    if longest > LARGEST_SHARE * len(asked):
        message = f"the right option is the longest in {longest} of {len(asked)} questions"
        yield Finding(0, (), f"{message}, at most 35 of 100; shorten it or lengthen others")


def _place(question: MultipleChoice) -> int:
    return next(n for n, option in enumerate(question.options) if option.right is not None)


def _key_is_longest(question: MultipleChoice) -> bool:
    lengths = [len(option.text) for option in question.options]
    return lengths[_place(question)] > max(_without(lengths, _place(question)))


def _without(values: Sequence[int], place: int) -> Iterable[int]:
    return (*values[:place], *values[place + 1 :])
