"""A line leads to one kernel, opens nothing in it, and takes nothing that is no message."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from jupyter_server.services.kernels.connection.base import serialize_msg_to_ws_v1
from websocket import WebSocketBadStatusException, create_connection

from tests.browser import kernel, server
from tests.browser.classroom import QUIZ_PAGE, write_classroom
from tests.browser.quiz_page import QUESTIONS, right
from tests.browser.visitor import Channel, KernelPart, Visitor
from tests.dashboard.processes import no_warm_process
from tests.dashboard.test_line import expect_another_line, expect_cut, tell

FIRST, *_ = QUESTIONS
SPOKEN_BY_BROWSERS = "v1.kernel.websocket.jupyter.org"
FOREIGN = {
    "a text field": ("@jupyter-widgets/controls", "2.0.0", "TextModel", "TextView"),
    "a file upload": ("@jupyter-widgets/controls", "2.0.0", "FileUploadModel", "FileUploadView"),
    "a player": ("@jupyter-widgets/controls", "2.0.0", "PlayModel", "PlayView"),
    "an output": ("@jupyter-widgets/output", "1.0.0", "OutputModel", "OutputView"),
    "a layout": ("@jupyter-widgets/base", "2.0.0", "LayoutModel", "LayoutView"),
}
NO_MESSAGE = {
    "words": "not a message",
    "a list": "[]",
    "nothing": "{}",
    "no type": json.dumps({"header": {}, "content": {}}),
    "a header that is a word": json.dumps({"header": "comm_open", "content": {}}),
    "no target": json.dumps({"header": {"msg_type": "comm_open"}, "content": {}}),
    "no metadata": json.dumps({"header": {"msg_type": "comm_msg"}, "content": {}}),
    "bytes": b"\x00\x01",
    "many bytes": b"\xff" * 200,
}
TARGETS = "sorted(__import__('comm').get_comm_manager().targets)"
WIDGETS = "sorted(__import__('ipywidgets').widgets.widget._instances)"


@pytest.fixture
def part(classroom: str) -> KernelPart:
    return KernelPart.of(Visitor(classroom).ask_for_kernel(QUIZ_PAGE))


def opening(names: tuple[str, ...], target: str) -> dict[str, Any]:
    module, version, model, view = names
    state = {"_model_module": module, "_model_module_version": version, "_model_name": model}
    state |= {"_view_module": module, "_view_module_version": version, "_view_name": view}
    data = {"state": state, "buffer_paths": []}
    return {"comm_id": uuid4().hex, "target_name": target, "data": data}


def open_as_browsers_do(address: str, kernel_id: str, content: dict[str, Any]) -> None:
    there = f"ws://{urlsplit(address).netloc}/api/kernels/{kernel_id}/channels"
    socket = create_connection(
        f"{there}?session_id={uuid4()}",
        origin=address.rstrip("/"),
        subprotocols=[SPOKEN_BY_BROWSERS],
        timeout=30,
    )
    assert socket.subprotocol == SPOKEN_BY_BROWSERS
    header = {"msg_id": uuid4().hex, "msg_type": "comm_open", "session": "visitor"}
    header |= {"username": "", "version": "5.3", "date": ""}
    parts = {"header": header, "parent_header": {}, "metadata": {"version": "2.1.0"}}
    message = {**parts, "content": content}
    socket.send_binary(
        serialize_msg_to_ws_v1(message, "shell", lambda part: json.dumps(part).encode())
    )
    socket.close()


@pytest.fixture(scope="module")
def stock(
    tmp_path_factory: pytest.TempPathFactory,
    classroom: str,  # noqa: ARG001  has prepared the same pages, quickly
) -> Iterator[str]:
    """A dashboard with stock kernels, which make whatever widget is asked for."""
    folder = write_classroom(tmp_path_factory.mktemp("stock"))
    with server.house(folder / "log", folder, env=no_warm_process(folder), spare=0) as (address, _):
        yield address


@pytest.mark.parametrize("names", FOREIGN.values(), ids=FOREIGN)
def test_no_visitor_makes_a_widget(stock: str, names: tuple[str, ...]) -> None:
    part = KernelPart.of(Visitor(stock).ask_for_kernel(QUIZ_PAGE))
    assert "jupyter.widget" in kernel.read(part.kernel_id, TARGETS)
    before = kernel.read(part.kernel_id, WIDGETS)
    open_as_browsers_do(stock, part.kernel_id, opening(names, "jupyter.widget"))
    channel = Channel(stock, part.kernel_id)
    channel.send("comm_open", opening(names, "jupyter.widget"), version="2.1.0")
    channel.heard_until_idle(channel.send("kernel_info_request", {}))
    channel.close()
    assert kernel.read(part.kernel_id, WIDGETS) == before


@pytest.mark.parametrize("sent", NO_MESSAGE.values(), ids=NO_MESSAGE)
def test_what_is_no_message_cuts_the_line_and_leaves_the_kernel(
    classroom: str, part: KernelPart, sent: str | bytes
) -> None:
    channel = Channel(classroom, part.kernel_id)
    (channel.socket.send if isinstance(sent, str) else channel.socket.send_binary)(sent)
    expect_cut(channel)
    expect_another_line(classroom, part)


def test_a_line_reaches_its_own_kernel_alone(classroom: str, part: KernelPart) -> None:
    other = KernelPart.of(Visitor(classroom).ask_for_kernel(QUIZ_PAGE))
    assert other.kernel_id != part.kernel_id
    channel = Channel(classroom, other.kernel_id)
    channel.heard_until_idle(tell(channel, part, {FIRST.id: right(FIRST)}))
    told = channel.heard_until_idle(channel.send("comm_info_request", {}))
    channel.close()
    assert other.models[0] in str(told)
    assert part.models[0] not in str(told)
    assert kernel.answers(part.kernel_id) == kernel.answers(other.kernel_id) == {}


def test_whoever_does_not_know_the_id_of_a_kernel_finds_none(
    classroom: str, part: KernelPart
) -> None:
    guess = part.kernel_id[:-1] + ("0" if part.kernel_id[-1] != "0" else "1")
    assert Visitor(classroom).ask(f"/api/kernels/{guess}").status == 404
    with pytest.raises(WebSocketBadStatusException) as refused:
        Channel(classroom, guess)
    assert refused.value.status_code == 404
