"""Visitors: nobody logs in, nobody gets a name, nobody gets a cookie for it."""

from __future__ import annotations

from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User
from tornado.web import RequestHandler


class Visitors(IdentityProvider):
    """Lets everybody in as the same anonymous visitor, without a cookie."""

    @property
    def auth_enabled(self) -> bool:
        """Nobody has to log in."""
        return False

    def get_user(self, _handler: RequestHandler) -> User:
        """Return the one visitor."""
        return User("visitor")

    def get_handlers(self) -> list[tuple[Any, ...]]:
        """Nobody logs in or out."""
        return []
