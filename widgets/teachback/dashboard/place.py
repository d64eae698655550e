"""Where a dashboard is, and who lets people in: nobody has to log in, or a JupyterHub asks them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from jupyter_server.auth.identity import IdentityProvider

from teachback.dashboard.visitors import Visitors
from teachback.errors import ServeError

ADDRESS, PREFIX, TOKEN = (
    f"JUPYTERHUB_{name}" for name in ("SERVICE_URL", "SERVICE_PREFIX", "API_TOKEN")
)


@dataclass(frozen=True)
class Place:
    """Where a dashboard listens, below which path its pages are, and who lets people in."""

    host: str
    port: int
    base_url: str = "/"
    doorkeeper: IdentityProvider = field(default_factory=Visitors)
    headers: dict[str, str] = field(default_factory=dict)

    def traits(self) -> dict[str, Any]:
        """Return what the dashboard must be told of it."""
        return {
            "ip": self.host,
            "port": self.port,
            "base_url": self.base_url,
            "doorkeeper": self.doorkeeper,
            "tornado_settings": {"headers": self.headers},
        }


def place_in_hub() -> Place:
    """Return where the hub that started us wants us, with the hub's own login before every page.

    Raises:
        ServeError: if no hub started us, or the package that asks the hub is not there. Nothing
            is served then: without the hub's login every user could read every other's pages.
    """
    missing = [name for name in (ADDRESS, PREFIX, TOKEN) if not os.environ.get(name)]
    if missing:
        msg = f"--hub is for servers that JupyterHub starts; {missing[0]} is not set"
        raise ServeError(msg)
    try:
        import jupyterhub  # noqa: PLC0415  only under a hub
        from jupyterhub.singleuser.extension import JupyterHubIdentityProvider  # noqa: PLC0415
    except ImportError as error:
        msg = "--hub needs the package jupyterhub; install the version that the hub has"
        raise ServeError(msg) from error
    address = urlsplit(os.environ[ADDRESS])
    return Place(
        host=address.hostname or "",
        port=address.port or 80,
        base_url=os.environ[PREFIX],
        doorkeeper=JupyterHubIdentityProvider(),
        headers={"X-JupyterHub-Version": jupyterhub.__version__},  # which the hub compares
    )
