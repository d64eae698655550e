"""The deployment: what one hospital sets once, and no visitor can change."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from pydantic import Field

from teachback.content.reader import read_model
from teachback.errors import ContentError
from teachback.model import StrictModel, Text

VARIABLE = "TEACHBACK_DEPLOYMENT"


class Deployment(StrictModel):
    """Country, numbers to call and how the checklist works (clinical brief 3.8)."""

    country: Text = Field(default="US", pattern=r"^[A-Z]{2}$")
    emergency_number: Text = Field(default="911", pattern=r"^[0-9]{2,6}$")
    emergency_place: Text = "ER"
    team_phone: Text | None = Field(default=None, pattern=r"^[0-9+() -]{3,30}$")
    crisis_help: Text = Field(
        default="In the US, you can also call or text 988.",
        description="A sentence for people who think of ending their life.",
    )
    shared_device: bool = Field(default=False, description="A tablet that many people use.")
    idle_minutes: int = Field(
        default=5,
        ge=1,
        le=60,
        description="On a shared device, minutes without use until the warning.",
    )
    checklist: Literal["guided", "education"] | None = None
    provider: Text | None = Field(default=None, description="Whose name certificates bear.")
    provider_address: Text | None = None
    disclosure: Text | None = Field(default=None, description="Of planners' financial interests.")
    certificate_key: Text | None = Field(
        default=None, description="A file of random bytes; without it one is made for this user."
    )

    @property
    def mode(self) -> Literal["guided", "education"]:
        """How the checklist works: guided only where the country is US, unless it is set."""
        return self.checklist or ("guided" if self.country == "US" else "education")

    @property
    def words(self) -> dict[str, str]:
        """The placeholders that content may use."""
        return {
            "emergency_number": self.emergency_number,
            "emergency_place": self.emergency_place,
            "crisis_help": self.crisis_help,
        }


def read_deployment() -> Deployment:
    """Return the deployment that the environment's file names, or the default one (US).

    Raises:
        ContentError: if the file is missing or holds mistakes.
    """
    named = os.environ.get(VARIABLE)
    if not named:
        return Deployment()
    deployment, file = read_model(Path(named), Deployment, {})
    if deployment is None:
        raise ContentError(file.mistakes)
    return deployment
