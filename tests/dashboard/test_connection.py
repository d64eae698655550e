"""What passes a line to a kernel, and what does not, without harm to anybody."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from websocket import create_connection

from teachback.dashboard.line import FOR_ALL_WIDGETS
from tests.browser.classroom import QUIZ_PAGE
from tests.browser.visitor import Channel, KernelPart, Visitor

V1 = "v1.kernel.websocket.jupyter.org"
FOR_EVER = (b"\xff" * 7 + b"\x7f", b"\x7f" + b"\xff" * 7, b"\x00" * 8, b"")
ALL_OF_IT_EACH_TIME = (200).to_bytes(8, "little") + b"".join(
    (place % 2 * 60_000).to_bytes(8, "little") for place in range(200)
)


@pytest.fixture(scope="module")
def kernel_id(classroom: str) -> str:
    return KernelPart.of(Visitor(classroom).ask_for_kernel(QUIZ_PAGE)).kernel_id


@pytest.fixture
def channel(classroom: str, kernel_id: str) -> Iterator[Channel]:
    channel = Channel(classroom, kernel_id)
    yield channel
    channel.close()


@pytest.mark.parametrize("protocol", [V1, None])
def test_a_message_with_no_end_of_parts_cuts_the_line_and_keeps_nobody_waiting(
    classroom: str, kernel_id: str, protocol: str | None
) -> None:
    there = f"ws://{urlsplit(classroom).netloc}/api/kernels/{kernel_id}/channels"
    for frame in (*FOR_EVER, ALL_OF_IT_EACH_TIME + b"x" * 60_000):
        line = create_connection(
            f"{there}?session_id={uuid4()}",
            origin=classroom.rstrip("/"),
            subprotocols=[protocol] if protocol else None,
            timeout=30,
        )
        line.send_binary(frame)
        while line.recv():
            pass
        line.close()
    assert Visitor(classroom).ask("/healthz").text == "ok\n"


def test_no_visitor_reads_what_a_kernel_prints(channel: Channel) -> None:
    opening = {"comm_id": uuid4().hex, "target_name": FOR_ALL_WIDGETS, "data": {}}  # no version
    heard = channel.heard_until_idle(channel.send("comm_open", opening))
    assert {message["msg_type"] for message in heard} <= {"status", "comm_close"}
    assert "Traceback" not in str(heard)
