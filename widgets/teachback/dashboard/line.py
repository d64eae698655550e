"""A visitor's line to their kernel: short messages, not too many, from our pages alone."""

from __future__ import annotations

import time
from typing import Any

from tornado import web
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

BYTES_PER_MESSAGE = 65_536  # a whole quiz of answers has a few thousand
MESSAGES_AT_ONCE = 200  # what joining a page full of widgets takes, and more
MESSAGES_PER_SECOND = 20  # faster than anybody answers
TOO_MUCH = 1008  # the code of a web socket for what is against the rules


class Allowance:
    """How many messages may come: some at once, then so many per second."""

    def __init__(self, now: float) -> None:
        self._left, self._since = float(MESSAGES_AT_ONCE), now

    def takes(self, now: float) -> bool:
        """Return whether one more message may come now.

        >>> allowance = Allowance(now=0)
        >>> [allowance.takes(now=0) for _ in range(MESSAGES_AT_ONCE + 1)].count(True)
        200
        >>> [allowance.takes(now=1) for _ in range(MESSAGES_AT_ONCE)].count(True)
        20
        """
        earned = (now - self._since) * MESSAGES_PER_SECOND
        self._left, self._since = min(self._left + earned, MESSAGES_AT_ONCE), now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class LineHandler(VoilaKernelWebsocketHandler):
    """Voila's line between page and kernel, with limits, and known to the manager of kernels."""

    async def get(self, kernel_id: str) -> None:
        """Open the line, if the visitor's browser says that one of our pages asks.

        Raises:
            HTTPError: 403 without an Origin: every browser sends one, so no reader is refused.
        """
        if "Origin" not in self.request.headers:
            raise web.HTTPError(403)
        await super().get(kernel_id)

    async def open(self, kernel_id: str) -> None:
        """Begin to listen."""
        self.allowance = Allowance(time.monotonic())
        self.kernel_manager.lines[kernel_id].add(self)
        await super().open(kernel_id)

    def on_message(self, ws_message: Any) -> None:
        """Pass a message on, or hang up if there are too many."""
        if self.allowance.takes(time.monotonic()):
            super().on_message(ws_message)
        else:
            self.close(TOO_MUCH, "too many messages")

    def on_close(self) -> None:
        """Stop listening."""
        self.kernel_manager.lines.get(self.kernel_id, set()).discard(self)
        super().on_close()
