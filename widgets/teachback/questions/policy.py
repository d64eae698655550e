"""Policy: how a quiz is asked, apart from what it asks."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from teachback.model import Id, StrictModel

Mode = Literal["practice", "check", "exam"]
When = Literal["at_once", "after_attempts", "at_end", "never"]

_REASONS: dict[Mode, When] = {"practice": "at_once", "check": "at_end", "exam": "at_end"}


class Policy(StrictModel):
    """What a quiz allows and shows; whatever is not said follows from the mode.

    practice: reasons at once, try again as often as wanted. check: for before and after a lesson,
    no reasons until the end. exam: no key in the browser, marked by the kernel, handed in once.
    """

    mode: Mode = "practice"
    attempts: int | None = Field(default=None, ge=1, description="Checks of one question.")
    reasons: When | None = None
    right_answer: When | None = None
    hints: bool = True
    confidence: bool = Field(default=False, description="Ask how sure; for nurses only.")
    one_at_a_time: bool = False
    shuffle: bool = Field(default=False, description="Mix questions and options, by a seed.")
    draw: int | None = Field(default=None, ge=1, description="Ask this many of the questions.")
    pass_percent: int | None = Field(default=None, ge=1, le=100)
    scored: bool = Field(default=True, description="False for a guess before the text.")
    must_be_right: tuple[Id, ...] = Field(default=(), strict=False)

    @model_validator(mode="after")
    def _fits_the_mode(self) -> Self:
        early = {"at_once", "after_attempts"}
        if self.mode != "practice" and early & {self.reasons, self.right_answer}:
            msg = f"mode '{self.mode}' shows nothing before the end; use 'at_end' or 'never'"
            raise ValueError(msg)
        return self

    @property
    def reasons_when(self) -> When:
        """When the reasons show."""
        return self.reasons or _REASONS[self.mode]

    @property
    def right_answer_when(self) -> When:
        """When the right answer shows."""
        return self.right_answer or self.reasons_when

    @property
    def attempts_allowed(self) -> int | None:
        """How often one question may be checked; None is as often as wanted."""
        return self.attempts if self.mode == "practice" else 1
