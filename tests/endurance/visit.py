"""One visit without a browser: everything that a browser would ask for, in its order."""

from __future__ import annotations

import re
from typing import Any

from websocket import WebSocketException

from tests.browser.classroom import ALONE_PAGE, ASKED_PAGE, QUIZ_PAGE, SHARED_PAGE
from tests.browser.quiz_page import QUESTIONS, right
from tests.browser.visitor import Channel, KernelPart, Reply, Visitor

SCRIPT = re.compile(r'<script src="([^"]+)"')
ANSWERS = {question.id: right(question) for question in QUESTIONS}
SAID: dict[str, dict[str, Any]] = {
    QUIZ_PAGE: {"answers": ANSWERS},
    ASKED_PAGE: {"answers": ANSWERS},
    SHARED_PAGE: {"state": {"ticked": {}}},
}


def visit(address: str, page: str) -> str:
    """Come, read, answer, be heard and leave; return what went wrong, or nothing."""
    try:
        visitor = Visitor(address)
        _expect(visitor.ask(f"/{page}.html"))
        if page != ALONE_PAGE:
            _join(visitor, page)
    except (AssertionError, OSError, WebSocketException) as error:
        return f"a visit to {page} ends with {type(error).__name__}: {error}"
    return ""


def _join(visitor: Visitor, page: str) -> None:
    """Get the page's kernel and its files, and talk to it as Voila's front end does."""
    reply = _expect(visitor.ask_for_kernel(page))
    for script in SCRIPT.findall(reply.text):
        _expect(visitor.ask(script, headers={"Accept-Encoding": "gzip"}))
    part = KernelPart.of(reply)
    channel = Channel(visitor.address, part.kernel_id)
    channel.heard_until_idle(channel.send("comm_info_request", {"target_name": "jupyter.widget"}))
    for model in part.models:
        data = {"method": "request_state"}
        channel.heard_until_idle(channel.send("comm_msg", {"comm_id": model, "data": data}))
    if page in SAID:
        data = {"method": "update", "state": SAID[page], "buffer_paths": []}
        channel.heard_until_idle(
            channel.send("comm_msg", {"comm_id": part.models[0], "data": data})
        )
        if page in {QUIZ_PAGE, ASKED_PAGE}:
            _expect_heard(channel, part.models[0])
    channel.close()


def _expect_heard(channel: Channel, model: str) -> None:
    """Expect the kernel to tell the answers back to whoever asks for its state."""
    asked = {"comm_id": model, "data": {"method": "request_state"}}
    heard = channel.heard_until_idle(channel.send("comm_msg", asked))
    states = [one["content"]["data"]["state"] for one in heard if one["msg_type"] == "comm_msg"]
    assert any(state.get("answers") == ANSWERS for state in states), "the answers were not heard"


def _expect(reply: Reply) -> Reply:
    assert reply.status == 200, f"{reply.status}: {reply.text[:200]}"
    return reply
