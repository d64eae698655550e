"""Requests that no browser sends for one of our pages: methods, paths, headers and bodies."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from teachback.dashboard.app import BYTES_OF_REQUEST
from tests.browser.classroom import PAGES
from tests.dashboard.test_probes import CLOSED

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT")
METHODS += ("PROPFIND", "get", "G\0T", "", "GET GET", "M" * 9000)
OPEN = ("/", "/healthz", *(f"/{page}.html" for page in PAGES), "/assets/0/voila/voila.js")
OPEN += ("/kernel/index.html", "/api/kernels/00000000-0000-0000-0000-000000000000")
OPEN += ("/api/kernels/00000000-0000-0000-0000-000000000000/channels?session_id=a",)
BESIDE = ("/etc/passwd", "/index.ipynb", "/conf.json", "/app.py", "/config/voila.json", "/log")
UPWARDS = ("../", "..%2f", "%2e%2e/", "%252e%252e%252f", "..\\", "%c0%ae%c0%ae/", "....//", "./")
PARTS = ("%00", "%0d%0aSet-Cookie:%20a=b", "\0", "\xff", "é", ";a=b", "#", "%", "%zz", "//", "*")
QUERIES = ("template=../../../../etc", "theme=dark", "voila-template=lab", "token=", "a[]=", "=&&=")
PLACES = ("http://evil.example/", "//evil.example/", "http://127.0.0.1:1/", "*", "", "\\\\")
VERSIONS = ("HTTP/1.1",) * 12 + ("HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9", "", "HTTPS/1.1")
UPGRADE = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
UPGRADE += "Sec-WebSocket-Key: short\r\nOrigin: http://evil.example"
HEADERS = (
    "Host: evil.example",
    "Host: a\r\nHost: b",
    "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: javascript",
    "Cookie: _xsrf=2|zz|zz|0; username-a=b\r\nX-XSRFToken: 2|zz|zz|0",
    "Cookie: _xsrf=\xff\xfe; ; =;;",
    "Origin: null",
    "Range: bytes=-1,0-,5-2",
    "If-None-Match: *\r\nIf-Modified-Since: never",
    "Accept-Encoding: gzip;q=0, *;q=9",
    UPGRADE,
    "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
    "Expect: 100-continue",
    "Expect: 200-ok",
    "Authorization: token x",
    "Content-Type: multipart/form-data; boundary=",
    "no colon here",
    ": no name",
    " folded: line",
    "X: \0",
    f"X: {'x' * 70_000}",
    "\r\n".join(f"X-{number}: y" for number in range(900)),
    "Transfer-Encoding: gzip, chunked",
    "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
)
CHUNKS = (b"0\r\n\r\n", b"zz\r\nx\r\n0\r\n\r\n", b"-1\r\n\r\n", b"5\r\nabcdefg0\r\n\r\n")
CHUNKS += (b"ffffffffffffffff\r\nx", b"2;a=b\r\nxy\r\n0\r\n\r\n", b"1" * 70_000)
LENGTHS = ("-1", "1e3", "0x10", "4, 5", "99999999999999999999", "", "+5", "5\r\nContent-Length: 6")


class Request(NamedTuple):
    """What is sent, and whether the sender then leaves the server waiting for the rest."""

    sent: bytes
    unfinished: bool = False


class Requests:
    """Random requests; some look for what stands in `secret`, a file outside of the site."""

    def __init__(self, random: Random, secret: str) -> None:
        self.random, self.secret = random, secret

    def request(self) -> Request:
        """Return one, whole or cut short somewhere."""
        method = self.random.choice(METHODS) if self._once_in(3) else "GET"
        line = f"{method} {self.path()} {self.random.choice(VERSIONS)}".encode("latin-1")
        fields, body = self.fields(method)
        head = "\r\n".join(fields).encode("latin-1")
        whole = line + b"\r\n" + head + b"\r\n\r\n" + body
        if self._once_in(60):
            return Request(self.random.randbytes(self.random.randrange(1, 400)), unfinished=True)
        if self._once_in(40):
            return Request(whole[: self.random.randrange(1, len(whole))], unfinished=True)
        return Request(whole)

    def _once_in(self, many: int) -> bool:
        return self.random.randrange(many) == 0

    def path(self) -> str:
        """Return where to: a page, a file beside the site, somewhere odd, with anything in it."""
        pick = self.random.randrange(5)
        path = self.random.choice((OPEN, CLOSED, PLACES)[min(pick, 2)])
        if pick > 2:
            start = self.random.choice(
                ("/", "/voila/static/", "/assets/0/", "/kernel/", "/static/")
            )
            upwards = self.random.choice(UPWARDS) * self.random.randrange(1, 12)
            path = start + upwards + self.random.choice((*BESIDE, self.secret)).lstrip("/")
        if self._once_in(4):
            place = self.random.randrange(len(path) + 1)
            path = path[:place] + self.random.choice(PARTS) + path[place:]
        if self._once_in(4):
            path += f"?{self.random.choice(QUERIES)}"
        if self._once_in(50):
            path += "a/" * self.random.choice((500, 9_000, 40_000))
        return path.replace(" ", "%20")

    def fields(self, method: str) -> tuple[list[str], bytes]:
        """Return the header's lines, and a body that fits them, or does not."""
        fields = [] if self._once_in(20) else ["Host: 127.0.0.1"]
        body = b""
        if method not in {"GET", "HEAD"} or self._once_in(20):
            body = self.random.randbytes(self.random.choice((0, 9, 2_000, BYTES_OF_REQUEST + 1)))
            length = self.random.choice(LENGTHS) if self._once_in(4) else len(body)
            fields.append(f"Content-Length: {length}")
        if self._once_in(9):
            fields.append("Transfer-Encoding: chunked")
            body = self.random.choice(CHUNKS)
        fields += self.random.choices(HEADERS, k=self.random.randrange(3))
        return [*fields, "Connection: close"], body
