"""Somebody who joins kernels, says anything to them, and looks at all that comes back."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from pathlib import Path
from random import Random
from urllib.parse import urlsplit
from uuid import uuid4

from websocket import ABNF, WebSocket, WebSocketException, create_connection

from teachback.dashboard.line import AGAINST_THE_RULES, BYTES_PER_MESSAGE, MESSAGES_AT_ONCE
from tests.browser import kernel
from tests.browser.classroom import ASKED_PAGE, CHECKLIST_PAGE, QUIZ_PAGE, SHARED_PAGE
from tests.browser.quiz_page import QUESTIONS
from tests.browser.visitor import KernelPart, Visitor
from tests.endurance.messages import V1, Messages

PAGES = (QUIZ_PAGE, CHECKLIST_PAGE, SHARED_PAGE, ASKED_PAGE)
PROTOCOLS = (V1, None)
SECONDS = 60
MESSAGES_PER_LINE = MESSAGES_AT_ONCE - 10
LINES_PER_KERNEL = 8
INSIDES = (b"Traceback", b"site-packages", b"execute_reply", b"execute_result", b"execute_input")
IDLE = re.compile(rb'"execution_state":\s*"idle"')
UNMASKED = b"\x81\x03abc"
UNKNOWN_KIND = b"\x83\x80" + bytes(4)
NO_TEXT = b"\x81\x83" + bytes(4) + b"\xff\xfe\xfd"
ENDLESS = b"\x82\xff" + b"\x7f" + b"\xff" * 7 + bytes(4)
TOO_LONG = b"\x82\xff" + (BYTES_PER_MESSAGE + 1).to_bytes(8, "big") + bytes(BYTES_PER_MESSAGE)
SPOILING = (UNMASKED, UNKNOWN_KIND, NO_TEXT, ENDLESS, TOO_LONG)


class Stranger:
    """Talks to one kernel after the other, by one line after the other."""

    def __init__(self, address: str, random: Random, folder: Path) -> None:
        self.address, self.random, self.folder = address, random, folder
        self.told = self.refused = self.lines = self.kernels = 0
        self.violations: list[str] = []
        self.new_kernel()

    def new_kernel(self) -> None:
        """Ask for a page's kernel, as the page itself does."""
        self.page = self.random.choice(PAGES)
        self.part = KernelPart.of(Visitor(self.address).ask_for_kernel(self.page))
        canary = self.folder / f"canary{self.kernels}"
        self.messages = Messages(self.random, self.part.models, canary)
        self.kernels += 1

    def talk(self, many: int) -> None:
        """Send so many messages, and expect a good one to be answered after them.

        What is no message may cut the line, with the code for it; then the next line goes on.
        """
        protocol = self.random.choice(PROTOCOLS)
        line = self._line(protocol)
        try:
            for _ in range(many):
                _send(line, self.messages.frame(protocol))
                self.told += 1
                if not self._stands(line):
                    self.refused += 1
                    line = self._line(protocol)
            self._expect_answer(line, protocol)
        except (WebSocketException, OSError) as error:
            self._violated(f"the line ends with {type(error).__name__} after messages")
        self._spoil(line)
        self._look_at_canaries()

    def _stands(self, line: WebSocket) -> bool:
        """Look at all that came until now; return whether the line still stands."""
        line.ping()
        while True:
            opcode, frame = line.recv_data_frame(control_frame=True)
            if opcode == ABNF.OPCODE_PONG:
                return True
            if opcode == ABNF.OPCODE_CLOSE:
                code = int.from_bytes(frame.data[:2], "big")
                if code != AGAINST_THE_RULES:
                    self._violated(f"the line is cut with {code}")
                return False
            self._look_at(frame.data)

    def _line(self, protocol: str | None) -> WebSocket:
        self.lines += 1
        there = f"ws://{urlsplit(self.address).netloc}/api/kernels/{self.part.kernel_id}/channels"
        return create_connection(
            f"{there}?session_id={uuid4()}",
            origin=self.address.rstrip("/"),
            subprotocols=[protocol] if protocol else None,
            timeout=SECONDS,
        )

    def _expect_answer(self, line: WebSocket, protocol: str | None) -> None:
        """Send a good message and look at all that comes until it was dealt with."""
        _send(line, self.messages.good(protocol))
        wanted = self.messages.last_id.encode()
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            heard = line.recv()
            heard = heard.encode() if isinstance(heard, str) else heard
            self._look_at(heard)
            if wanted in heard and IDLE.search(heard):
                return
        self._violated("no answer to a good message after all the others")

    def _look_at(self, heard: bytes) -> None:
        for inside in INSIDES:
            if inside in heard:
                place = heard.index(inside)
                self._violated(f"hears {heard[max(0, place - 300) : place + 500]!r}")

    def _spoil(self, line: WebSocket) -> None:
        """Leave politely, or with what no line stands: the next line must not mind."""
        with suppress(WebSocketException, OSError):
            if self.random.randrange(3) == 0:
                line.sock.sendall(self.random.choice(SPOILING))
            line.close(timeout=1)

    def _look_at_canaries(self) -> None:
        for canary in self.folder.glob("canary*"):
            self._violated(f"code ran: {canary.name} was made")
            canary.unlink()

    def leave(self) -> None:
        """Look once more at what Python knows, and go to another kernel."""
        if self.page in {QUIZ_PAGE, ASKED_PAGE}:
            self._expect_allowed(kernel.answers(self.part.kernel_id))
        self.new_kernel()

    def _expect_allowed(self, answers: dict[str, str | list[str]]) -> None:
        controls = {question.id: question.control() for question in QUESTIONS}
        for name, answer in answers.items():
            read = controls[name].read(answer)
            if (list(read) if isinstance(read, tuple) else read) != answer:
                self._violated(f"the kernel holds {answer!r} for {name}")

    def _violated(self, what: str) -> None:
        self.violations.append(f"kernel {self.kernels}, line {self.lines} ({self.page}): {what}")


def _send(line: WebSocket, frame: str | bytes) -> None:
    line.send_binary(frame) if isinstance(frame, bytes) else line.send(frame)
