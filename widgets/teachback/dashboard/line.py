"""A visitor's line to their kernel: short messages, not too many, from our pages alone."""

from __future__ import annotations

import json
import struct
import time
from typing import Any

import zmq
from jupyter_server.services.kernels.connection.base import (
    deserialize_binary_message,
    deserialize_msg_from_ws_v1,
)
from tornado import web
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from teachback.dashboard.connection import is_sound, is_text

BYTES_PER_MESSAGE = 65_536  # a whole quiz of answers has a few thousand
MESSAGES_AT_ONCE = 200  # what joining a page full of widgets takes, and more
MESSAGES_PER_SECOND = 20  # faster than anybody answers
AGAINST_THE_RULES = 1008  # the code of a web socket for it
FOR_ALL_WIDGETS = "jupyter.widget.control"  # by it the front end asks what is there
MISSHAPEN: tuple[type[Exception], ...] = (ValueError, KeyError, TypeError, AttributeError)
MISSHAPEN += (IndexError, struct.error, RecursionError, AssertionError, zmq.ZMQError)


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


def opens(ws_message: Any, protocol: str | None) -> str | None:
    """Return what a message would open in the kernel, if it opens anything.

    A page's widgets are made by its notebook. Whoever opens another could make one of any class
    that the kernel knows, so that is not passed on.

    Raises:
        ValueError, and any other of MISSHAPEN: if it is no message.
    """
    if not (is_sound(ws_message, bool(protocol)) and is_text(ws_message)):
        raise ValueError
    if protocol:
        header, _, _, content = map(json.loads, deserialize_msg_from_ws_v1(ws_message)[1][:4])
    else:
        binary = isinstance(ws_message, bytes)
        message = deserialize_binary_message(ws_message) if binary else json.loads(ws_message)
        header, content = message["header"], message["content"]
    return str(content["target_name"]) if header["msg_type"] == "comm_open" else None


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
        """Pass a message on, or hang up if there are too many or it is none."""
        if not self.allowance.takes(time.monotonic()):
            self.close(AGAINST_THE_RULES, "too many messages")
            return
        try:
            if opens(ws_message, self.selected_subprotocol) in {None, FOR_ALL_WIDGETS}:
                super().on_message(ws_message)
        except MISSHAPEN:
            self.close(AGAINST_THE_RULES, "this is no message")

    def write_error(self, status_code: int, **_: Any) -> None:  # noqa: ARG002  tornado's name
        """Refuse without a page: nobody reads one from a line."""
        self.finish()

    def on_close(self) -> None:
        """Stop listening."""
        self.kernel_manager.lines.get(self.kernel_id, set()).discard(self)
        super().on_close()
