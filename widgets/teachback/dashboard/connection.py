"""What passes between a visitor and a kernel: what widgets say to each other, and nothing else."""

from __future__ import annotations

import asyncio
import re
import weakref
from contextvars import Context
from typing import Any, Literal

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

FROM_A_KERNEL = ("comm_open", "comm_close", "comm_msg", "comm_info_reply", "kernel_info_reply")
"""What a kernel answers, beside how it is doing; what it prints, tracebacks among it, stays."""

HOW_IT_IS = "status"
_FIRST, _SECOND = rb"\\u[dD][89abAB][0-9a-fA-F]{2}", rb"\\u[dD][c-fC-F]"
HALF_A_CHARACTER = re.compile(rb"%b(?!%b)|(?<!%b)%b" % (_FIRST, _SECOND, _FIRST, _SECOND))


class Connection(ZMQChannelsWebsocketConnection):
    """Jupyter's connection of a line with a kernel; it keeps to itself what no page understands."""

    async def prepare(self) -> None:
        """Get ready, without being held for long after the end.

        Jupyter's clock for the kernel's first answer runs on for a minute after that has come; it
        is set in a context without the handler, and knows this connection by a weak reference.
        """
        work = ZMQChannelsWebsocketConnection.prepare(weakref.proxy(self))
        await asyncio.create_task(work, context=Context())

    def handle_outgoing_message(self, stream: str, outgoing_msg: list[Any]) -> None:
        """Pass a kernel's message on, if it is one that a page understands."""
        _, parts = self.session.feed_identities(outgoing_msg)
        if self.session.unpack(parts[1])["msg_type"] in {*FROM_A_KERNEL, HOW_IT_IS}:
            super().handle_outgoing_message(stream, outgoing_msg)


def is_text(message: str | bytes) -> bool:
    r"""Return whether no kernel would fail to write down what it read in a message.

    >>> is_text('"café 🦴"'), is_text(r'"\ud83e\uddb4"'), is_text(r'"\ud83e"'), is_text(r'"\uddb4"')
    (True, True, False, False)
    """
    content = message.encode() if isinstance(message, str) else message
    return not HALF_A_CHARACTER.search(content)


def is_sound(message: str | bytes, with_channel: bool) -> bool:
    r"""Return whether a message can be taken apart: a text, or bytes with their parts in order.

    Bytes begin with the number of their parts and the places of these. Jupyter believes both, and
    would count for ever, or copy all of it for each place.

    >>> is_sound("anything", with_channel=False)
    True
    >>> is_sound(b"\0\0\0\1\0\0\0\x08{}", with_channel=False)
    True
    >>> is_sound(b"\xff" * 80, with_channel=True)
    False
    """
    if isinstance(message, str):
        return not with_channel
    width = 8 if with_channel else 4
    order: Literal["little", "big"] = "little" if with_channel else "big"
    numbers = [
        int.from_bytes(message[place : place + width], order)
        for place in range(0, len(message), width)
    ]
    count, places = numbers[0], numbers[1 : numbers[0] + 1]
    ends = [width * (count + 1), *places, len(message)]
    return len(places) == count and ends == sorted(ends)
