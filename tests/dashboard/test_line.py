"""A line to a kernel takes short messages, not too many, from our pages alone."""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from websocket import WebSocketBadStatusException, WebSocketException, create_connection

from teachback.dashboard.line import BYTES_PER_MESSAGE, MESSAGES_AT_ONCE
from tests.browser import kernel
from tests.browser.classroom import QUIZ_PAGE
from tests.browser.quiz_page import QUESTIONS, right
from tests.browser.visitor import Channel, KernelPart, Visitor

FIRST, *_ = QUESTIONS
INFO = "kernel_info_request"


@pytest.fixture
def part(classroom: str) -> KernelPart:
    return KernelPart.of(Visitor(classroom).ask_for_kernel(QUIZ_PAGE))


def tell(channel: Channel, part: KernelPart, answers: object) -> str:
    data = {"method": "update", "state": {"answers": answers}, "buffer_paths": []}
    return channel.send("comm_msg", {"comm_id": part.models[0], "data": data})


def hear_all(channel: Channel) -> None:
    """Listen until the line is cut."""
    while channel.socket.recv():
        pass
    raise WebSocketException


def expect_cut(channel: Channel) -> None:
    """Expect the server to have hung up."""
    with pytest.raises((WebSocketException, OSError)):
        hear_all(channel)
    channel.close()


def expect_another_line(address: str, part: KernelPart) -> None:
    """Expect the kernel to be there for whoever keeps to the rules."""
    channel = Channel(address, part.kernel_id)
    channel.heard_until_idle(tell(channel, part, {FIRST.id: right(FIRST)}))
    assert kernel.answers(part.kernel_id) == {FIRST.id: right(FIRST)}
    channel.close()


def test_a_message_too_long_cuts_the_line_and_changes_nothing(
    classroom: str, part: KernelPart
) -> None:
    channel = Channel(classroom, part.kernel_id)
    tell(channel, part, {FIRST.id: "x" * 1_000_000})
    expect_cut(channel)
    assert kernel.answers(part.kernel_id) == {}
    expect_another_line(classroom, part)


def test_too_many_messages_cut_the_line_and_leave_the_kernel(
    classroom: str, part: KernelPart
) -> None:
    channel = Channel(classroom, part.kernel_id)
    with suppress(WebSocketException, OSError):  # it may be cut before all are sent
        for _ in range(MESSAGES_AT_ONCE * 20):
            channel.send(INFO, {})
    expect_cut(channel)
    expect_another_line(classroom, part)


def test_a_whole_quiz_of_answers_is_far_below_the_limit() -> None:
    everything = {one.id: [option.id for option in one.options] for one in QUESTIONS}
    assert len(str(everything)) * 10 < BYTES_PER_MESSAGE


def test_whoever_does_not_say_where_it_comes_from_gets_no_line(
    classroom: str, part: KernelPart
) -> None:
    there = f"ws://{urlsplit(classroom).netloc}/api/kernels/{part.kernel_id}/channels"
    with pytest.raises(WebSocketBadStatusException) as refused:
        create_connection(f"{there}?session_id={uuid4()}", suppress_origin=True, timeout=30)
    assert refused.value.status_code == 403


def test_no_visitor_ends_a_kernel(classroom: str, part: KernelPart) -> None:
    visitor = Visitor(classroom)
    visitor.ask("/")
    token = {"X-XSRFToken": visitor.xsrf, "Content-Length": "0"}
    assert visitor.ask(f"/api/kernels/{part.kernel_id}", "DELETE", token).status == 405
    for more in ("restart", "interrupt"):
        path = f"/api/kernels/{part.kernel_id}/{more}"
        assert visitor.ask(path, "POST", token).status == 404
    assert visitor.ask(f"/voila/api/shutdown/{part.kernel_id}", "POST", token).status == 404
    channel = Channel(classroom, part.kernel_id)
    for line in ("shell", "control"):
        channel.send("shutdown_request", {"restart": False}, line)
    channel.close()
    expect_another_line(classroom, part)
