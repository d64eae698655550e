"""Somebody who sends hostile requests, and looks at every answer."""

from __future__ import annotations

import re
import socket
import zlib
from contextlib import suppress
from random import Random
from urllib.parse import urlsplit

from teachback.dashboard.headers import HEADERS
from tests.browser.visitor import Visitor
from tests.dashboard.test_probes import INSIDES, SECRETS
from tests.endurance.hostile import Request, Requests

SECONDS = 40  # longer than the server waits for the rest of a request
MOST_OPEN = 40  # lines that are left waiting, at any time
STATUS = re.compile(rb"HTTP/1\.[01] (\d{3}) ")
LENGTH = re.compile(rb"\r\nContent-Length: (\d+)")
GO_ON = re.compile(rb"\AHTTP/1\.1 100 [^\r]*\r\n\r\n")  # comes before the answer and is none
WITHOUT_BODY = (b"204", b"304")
NO_INSIDE = [*INSIDES, *SECRETS]
OUR_FAULT = range(500, 600)
FULL = 503  # as many kernels run as may


class Prober:
    """Asks, and notes what no stranger should have heard."""

    def __init__(self, address: str, random: Random, secret: str, word: str) -> None:
        self.address, self.word = address, word
        self.requests = Requests(random, secret)
        self.there = (urlsplit(address).hostname, urlsplit(address).port)
        self.asked = self.silent = 0
        self.violations: list[str] = []
        self._waiting: list[socket.socket] = []

    def probe(self) -> None:
        """Send one request, whatever comes to mind."""
        self.ask(self.requests.request())

    def ask(self, request: Request) -> None:
        """Send this request; if it is a whole one, expect an answer in which nothing is told."""
        self.asked += 1
        line = socket.create_connection(self.there, timeout=SECONDS)
        with suppress(ConnectionError):  # it need not hear the end of what is too long
            line.sendall(request.sent)
        if request.unfinished:
            self._leave_waiting(line)
            return
        with line:
            self._judge(request, self._answer(line, request))

    def _leave_waiting(self, line: socket.socket) -> None:
        self._waiting.append(line)
        if len(self._waiting) > MOST_OPEN:
            self._waiting.pop(0).close()

    def _answer(self, line: socket.socket, request: Request) -> bytes:
        """Return all that comes until the answer is whole or the server hangs up."""
        answer = b""
        try:
            while not _is_whole(answer, request) and (more := line.recv(65_536)):
                answer = GO_ON.sub(b"", answer + more, count=1)
        except TimeoutError:
            self._violated(request, "is left waiting for ever")
        except ConnectionError:
            pass  # it hung up before it had read everything
        return answer

    def _judge(self, request: Request, answer: bytes) -> None:
        if not answer:
            self.silent += 1
            return
        status = STATUS.match(answer)
        if not status:
            self._violated(request, f"is answered with {answer[:80]!r}")
            return
        number = int(status[1])
        if number in OUR_FAULT and number != FULL:
            self._violated(request, f"is answered with {number}")
        head, _, body = answer.partition(b"\r\n\r\n")
        text = (head + body + _unpacked(body)).decode("latin-1")
        if told := [inside for inside in (*NO_INSIDE, self.word) if inside in text]:
            self._violated(request, f"is told {told}")
        names = {line.split(b":")[0].decode("latin-1") for line in head.split(b"\r\n")[1:]}
        if "Content-Type" in names and HEADERS.keys() - names:
            self._violated(request, f"is answered without {HEADERS.keys() - names}")

    def end(self) -> None:
        """Hang up on all that still waits, and expect the server to be there for a reader."""
        for line in self._waiting:
            line.close()
        self._waiting.clear()
        if Visitor(self.address).ask("/healthz").text != "ok\n":
            self.violations.append("the server no longer says that it is well")

    def _violated(self, request: Request, what: str) -> None:
        self.violations.append(f"request {self.asked}, {request.sent[:160]!r}: {what}")


def _is_whole(answer: bytes, request: Request) -> bool:
    head, end, body = answer.partition(b"\r\n\r\n")
    status, length = STATUS.match(head), LENGTH.search(head)
    if request.sent.startswith(b"HEAD") or (status and status[1] in WITHOUT_BODY):
        return bool(end)
    return bool(end) and length is not None and len(body) >= int(length[1])


def _unpacked(body: bytes) -> bytes:
    """Return a packed body as it was; nothing for one that is not packed."""
    with suppress(zlib.error):
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body)
    return b""
