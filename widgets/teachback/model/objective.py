"""What a learner can do afterwards."""

from __future__ import annotations

from teachback.model.base import Id, StrictModel, Text


class Objective(StrictModel):
    """Something a nurse can be seen to do after the course; at least two questions ask for it."""

    id: Id
    text: Text
