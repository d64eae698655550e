"""Multiple response grouping: several short lists under one question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import Field, model_validator

from teachback.model import Id, Part, Parts, PickMany, StrictModel, Text, refuse_double_ids
from teachback.questions.base import Question, Reasoned, drawn, right_ids, wrong_ids
from teachback.questions.scoring import Scoring, plus_minus


class Group(StrictModel):
    """A list with a title."""

    id: Id
    title: Text
    options: tuple[Reasoned, ...] = Field(min_length=2, max_length=4, strict=False)


class Grouping(Question):
    """Two to five groups, any number right in each: plus and minus inside each group."""

    type: Literal["multiple_response_grouping"]
    groups: tuple[Group, ...] = Field(min_length=2, max_length=5, strict=False)

    @model_validator(mode="after")
    def _ids_differ_and_some_are_right(self) -> Self:
        refuse_double_ids(self.groups, "group")
        for group in self.groups:
            refuse_double_ids(group.options, f"in group '{group.id}' option")
        if not any(self.key().values()):
            msg = "needs at least one option under 'right', found none"
            raise ValueError(msg)
        return self

    def control(self) -> Parts:
        """Return one list for each group."""
        parts = tuple(
            Part(id=group.id, label=group.title, control=PickMany(options=drawn(group.options)))
            for group in self.groups
        )
        return Parts(look="groups", parts=parts)

    def scoring(self) -> Scoring:
        """Return plus one and minus one with a floor in each group."""
        split = (
            (
                [f"{group.id}:{one}" for one in right_ids(group.options)],
                [f"{group.id}:{one}" for one in wrong_ids(group.options)],
            )
            for group in self.groups
        )
        return plus_minus(split, "group")

    def key(self) -> Mapping[str, tuple[str, ...]]:
        """Return the right options of each group."""
        return {group.id: right_ids(group.options) for group in self.groups}

    def reasons(self) -> Mapping[str, str]:
        """Return each option's reason."""
        return {f"{g.id}:{option.id}": option.why for g in self.groups for option in g.options}

    def choices(self) -> Mapping[str, str]:
        """Return each option's words."""
        return {f"{g.id}:{option.id}": option.text for g in self.groups for option in g.options}
