"""A plain file server that compresses, as servers of static sites do."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

from tests.browser.files import Quiet


@cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes())


class Packed(Quiet):
    """Sends a file, compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802  the library asks for it by this name
        """Send a file, compressed."""
        path = Path(self.translate_path(self.path))
        found = path.is_file()
        content = _packed(path) if found else b""
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip" if found else "identity")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
