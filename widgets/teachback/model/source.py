"""Where a claim comes from."""

from __future__ import annotations

from pydantic import Field

from teachback.model.base import Evidence, Id, StrictModel, Text


class Source(StrictModel):
    """One document that a claim was read in."""

    id: Id
    name: Text = Field(description="Short name that readers see, mostly the organisation.")
    title: Text
    year: Text = Field(description="Year as printed, or 'undated'.")
    address: Text = Field(description="Where it can be found, without https://.")
    evidence: Evidence
