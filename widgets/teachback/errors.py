"""What can go wrong, as one tree.

::

    TeachbackError
    ├── ContentError      content files or notebooks hold mistakes; carries all of them
    ├── AnswerError       an answer that the control it was given to does not allow
    ├── ItemError         an item to mark that cannot be used, apart from the response to it
    ├── FindingsError     findings that name unknown symptoms or impossible values
    ├── AnalysisError     attempts that cannot be analysed
    ├── CalculatorError   values that a calculator refuses; carries every reason
    ├── CertificateError  a name or a code that a certificate cannot have
    ├── ExchangeError     a file of another system that cannot be read
    ├── PageError         a notebook that cannot be made into a page
    ├── BuildError        the static site cannot be written
    └── ServeError        the dashboard cannot start, or its certificate key cannot be used
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Mistake:
    """One mistake in one file: where it is, what was found, what to do."""

    file: str
    line: int
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.where}: {self.message}"


class TeachbackError(Exception):
    """Anything that this package refuses to do."""


class ContentError(TeachbackError):
    """Content that cannot be used; `mistakes` holds every mistake that was found."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(sorted(mistakes))
        super().__init__("\n".join(map(str, self.mistakes)))


class AnswerError(TeachbackError):
    """An answer that its control does not allow; the message says why in one sentence."""


class ItemError(TeachbackError):
    """An item to mark that cannot be used; the message says what to correct."""


class FindingsError(TeachbackError):
    """Findings that cannot be judged; `mistakes` names every reason, one sentence each."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.mistakes))


class AnalysisError(TeachbackError):
    """Attempts that cannot be analysed; the message says what to correct."""


class CalculatorError(TeachbackError):
    """Values that a calculator refuses; `mistakes` names every reason, and what to do."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.mistakes))


class CertificateError(TeachbackError):
    """A name or a code that a certificate cannot have; the message says why."""


class ExchangeError(TeachbackError):
    """A file of another system that cannot be read; the message says why."""


class PageError(TeachbackError):
    """A notebook that cannot be made into a page; the message says which cell and why."""


class BuildError(TeachbackError):
    """The static site cannot be written; the message says what to do about it."""


class ServeError(TeachbackError):
    """The dashboard cannot start, or its key cannot be used; the message says what to do."""
