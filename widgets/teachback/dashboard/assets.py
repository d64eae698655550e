"""The files of Voila's front end: compressed once, under a name that tells their content."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import mimetypes
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from tornado import web
from tornado.web import RequestHandler

KINDS = (".js", ".css", ".json", ".woff", ".woff2", ".svg")
PACKED_ALREADY = (".woff", ".woff2")
FOR_A_YEAR = "public, max-age=31536000, immutable"  # another content has another name


class Assets:
    """Files by the address below which they are served; what is not listed here is not served."""

    def __init__(self, folders: Mapping[str, Iterable[str]]) -> None:
        self.files: dict[str, Path] = {}
        for prefix, roots in folders.items():
            for root in map(Path, roots):
                for path in sorted(root.rglob("*")):
                    name = f"{prefix}/{path.relative_to(root).as_posix()}"
                    if path.suffix in KINDS and path.is_file():
                        self.files.setdefault(name, path)
        self.stamp = self._digest()

    def _digest(self) -> str:
        digest = hashlib.sha256()
        for name, path in self.files.items():
            digest.update(name.encode() + path.read_bytes())
        return digest.hexdigest()[:16]


@cache
def packed(path: Path) -> bytes:
    """Return a file as it is sent to a browser that can unpack it."""
    return gzip.compress(path.read_bytes(), mtime=0)


class AssetHandler(RequestHandler):
    """Sends one of the files, for the browser to keep."""

    def initialize(self, assets: Assets) -> None:
        """Take the files there are."""
        self.assets = assets

    async def get(self, stamp: str, name: str) -> None:
        """Send the file.

        Raises:
            HTTPError: 404 if there is none of this name and content.
        """
        path = self.assets.files.get(name)
        if path is None or stamp != self.assets.stamp:
            raise web.HTTPError(404)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        self.set_header("Content-Type", kind)
        self.set_header("Cache-Control", FOR_A_YEAR)
        if path.suffix in PACKED_ALREADY:
            self.finish(path.read_bytes())
        else:
            send_packed(self, await asyncio.to_thread(packed, path))


def send_packed(handler: RequestHandler, content: bytes) -> None:
    """Send what was packed ahead; it is unpacked for those who cannot."""
    if "gzip" in handler.request.headers.get("Accept-Encoding", ""):
        handler.set_header("Content-Encoding", "gzip")
    else:
        content = gzip.decompress(content)
    handler.finish(content)
