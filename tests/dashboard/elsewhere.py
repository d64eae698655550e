"""Started by `python -m`: a dashboard below a path; shut, it lets in only those who say a word."""

from __future__ import annotations

import sys
from pathlib import Path

from jupyter_server.auth.identity import IdentityProvider, User
from tornado.web import RequestHandler

from teachback.dashboard.place import Place
from teachback.dashboard.serve import serve

BASE = "/user/ann/"
WORD = {"X-Word": "sesame"}


class Doorkeeper(IdentityProvider):
    """Knows one word, and nobody without it."""

    def get_user(self, handler: RequestHandler) -> User | None:
        """Return the visitor, if the word was said."""
        said = WORD.items() <= dict(handler.request.headers).items()
        return User("visitor") if said else None


if __name__ == "__main__":
    folder, port, *shut = sys.argv[1:]
    more = {"doorkeeper": Doorkeeper()} if shut else {}
    serve(Path(folder), Place("127.0.0.1", int(port), BASE, **more), open_browser=False)
