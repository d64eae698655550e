"""Visitors: nobody logs in, nobody gets a name, nobody gets a cookie for it."""

from __future__ import annotations

from jupyter_server.auth.identity import IdentityProvider, User
from jupyter_server.base.handlers import JupyterHandler


class Visitors(IdentityProvider):
    """Lets everybody in as the same anonymous visitor, without a cookie."""

    @property
    def auth_enabled(self) -> bool:
        """Nobody has to log in."""
        return False

    def get_user(self, handler: JupyterHandler) -> User:
        """Return the one visitor."""
        return User("visitor")
