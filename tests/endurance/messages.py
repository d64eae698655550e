"""What a stranger sends to a kernel: legal shapes with anything in them, and no messages at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from ipywidgets.widgets.widget import _registry as widget_classes
from jupyter_server.services.kernels.connection.base import (
    serialize_binary_message,
    serialize_msg_to_ws_v1,
)

from teachback.dashboard.kernel import TO_A_KERNEL
from teachback.dashboard.line import BYTES_PER_MESSAGE
from tests.browser.quiz_page import QUESTIONS
from tests.dashboard.test_probes import NOT_FOR_VISITORS

WORD = "marigold"  # stands in what is sent, and must stand nowhere else
V1 = "v1.kernel.websocket.jupyter.org"
CHANNELS = ("shell", "control", "stdin")
TARGETS = ("jupyter.widget", "jupyter.widget.control", "jupyter.widget.version", "nobody", WORD)
METHODS = ("update", "request_state", "custom", "request_states", "__class__", WORD)
TRAITS = ("answers", "sure", "state", "result", "sheet", "layout", "handed_in", "attempt")
TRAITS += ("_esm", "_css", "_model_name", "_view_module", "children", "value", "comm", "__class__")
CLASSES = [names for names, _ in widget_classes.items()]
NAMES_OF_CLASS = ("_model_module", "_model_module_version", "_model_name")
NAMES_OF_CLASS += ("_view_module", "_view_module_version", "_view_name")
IDS = [question.id for question in QUESTIONS] + [
    option.id for question in QUESTIONS for option in question.options
]
SHARES = {"comm_msg": 58, "comm_open": 15, "code": 8, "info": 8, "odd": 3, "comm_close": 0.1}


class Messages:
    """Random messages to one kernel; the code in them would leave a file at `canary`."""

    def __init__(self, random: Random, models: list[str], canary: Path) -> None:
        self.random, self.models, self.canary = random, models, canary
        self.code = f"open({str(canary)!r}, 'w').close()"
        self.kinds: dict[str, Callable[[], tuple[Any, Any]]] = {
            "comm_msg": lambda: ("comm_msg", {"comm_id": self.comm(), "data": self.data()}),
            "comm_open": lambda: ("comm_open", self.opening()),
            "comm_close": lambda: ("comm_close", {"comm_id": self.comm(), "data": {}}),
            "code": lambda: (random.choice(NOT_FOR_VISITORS), self.execution()),
            "info": lambda: (
                random.choice(TO_A_KERNEL[-2:]),
                self.anything() if self.once_in(20) else {},
            ),
            "odd": lambda: (self.anything() if self.once_in(9) else self.type(), self.anything()),
        }

    def once_in(self, many: int) -> bool:
        """Return true once in so many times."""
        return self.random.randrange(many) == 0

    def type(self) -> str:
        """Return a type of message, allowed or not."""
        return self.random.choice(
            (*TO_A_KERNEL, *NOT_FOR_VISITORS, "input_reply", "shutdown_request")
        )

    def anything(self, depth: int = 0) -> Any:
        """Return any JSON value."""
        pick = self.random.randrange(6 if depth > 3 else 8)
        if pick < 3:
            return self.random.choice([None, True, -1, 10**40, 1e308, float("nan"), 0.5, ""])
        if pick < 6:
            return self.words()
        many = range(self.random.randrange(4))
        if pick == 6:
            return [self.anything(depth + 1) for _ in many]
        return {self.random.choice((*TRAITS, *IDS)): self.anything(depth + 1) for _ in many}

    def words(self) -> str:
        """Return words of every kind, some of them code, some long, some no text at all."""
        if self.once_in(50):
            return self.random.choice("x<") * self.random.randrange(15_000)
        if self.once_in(400):
            return "\ud800"
        markup = f"<img src=x onerror=alert('{WORD}')>"
        return self.random.choice((WORD, markup, "🦴", self.code, *IDS, *METHODS))

    def comm(self) -> Any:
        """Return the id of a widget, or of none."""
        return self.anything() if self.once_in(20) else self.random.choice(self.models)

    def data(self) -> Any:
        """Return what is said to a widget."""
        if self.once_in(8):
            return self.anything()
        state = {self.random.choice(TRAITS): self.anything() for _ in range(3)}
        if self.once_in(2):
            chosen = {self.random.choice(IDS): self.random.choice(IDS) for _ in range(3)}
            state = {"answers": chosen}
        paths = self.anything() if self.once_in(9) else []
        return {"method": self.random.choice(METHODS), "state": state, "buffer_paths": paths}

    def opening(self) -> dict[str, Any]:
        """Return what asks for a new widget, of a class that our pages never use."""
        state = dict(zip(NAMES_OF_CLASS, self.random.choice(CLASSES), strict=True))
        for _ in range(self.random.randrange(3)):
            state[self.random.choice((*TRAITS, *NAMES_OF_CLASS))] = self.anything()
        target = self.anything() if self.once_in(9) else self.random.choice(TARGETS)
        data = self.data() if self.once_in(3) else {"state": state, "buffer_paths": []}
        return {"comm_id": self.id(), "target_name": target, "data": data}

    def execution(self) -> dict[str, Any]:
        """Return what would run code, if anybody let it."""
        asked = {"code": self.code, "silent": self.once_in(2), "user_expressions": {"a": self.code}}
        return asked | {"cursor_pos": 1, "hist_access_type": "tail", "allow_stdin": True}

    def id(self) -> str:
        """Return a new id."""
        return UUID(int=self.random.getrandbits(128)).hex

    def message(self) -> dict[str, Any]:
        """Return a message of one of the kinds."""
        kind = self.random.choices([*SHARES], [*SHARES.values()])[0]
        message_type, content = self.kinds[kind]()
        header = {"msg_id": self.id(), "msg_type": message_type, "session": WORD}
        header |= {"username": "", "version": "5.3", "date": ""}
        metadata: Any = {} if self.once_in(5) else {"version": "2.1.0"}
        if kind == "odd":
            header[self.random.choice([*header])] = self.anything()
            metadata = self.anything()
        message = {"header": header, "parent_header": {}, "metadata": metadata, "content": content}
        return message | {"buffers": [], "channel": self.channel()}

    def good(self, protocol: str | None) -> str | bytes:
        """Return a message that any kernel answers; its id is then `last_id`."""
        self.last_id = self.id()
        header = {"msg_id": self.last_id, "msg_type": "kernel_info_request", "session": WORD}
        header |= {"username": "", "version": "5.3", "date": ""}
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": {}}
        return _packed(message, "shell", protocol)

    def channel(self) -> Any:
        """Return where it is sent to."""
        if self.once_in(200):
            return self.random.choice(("iopub", self.anything()))
        return "shell" if not self.once_in(10) else self.random.choice(CHANNELS)

    def frame(self, protocol: str | None) -> str | bytes:
        """Return a message as the line's protocol has it, or, once in a while, something else.

        One too long for any line would cut it, and keep those that follow from their kernel.
        """
        while len(frame := self._any_frame(protocol)) > BYTES_PER_MESSAGE:
            pass
        return frame

    def _any_frame(self, protocol: str | None) -> str | bytes:
        if self.once_in(150):
            return self.no_message()
        message = self.message()
        if protocol == V1:
            return _packed(message, ascii(message.pop("channel")).strip("'"), protocol)
        if self.once_in(10):
            message["buffers"] = [self.random.randbytes(self.random.randrange(99)) for _ in "ab"]
            return serialize_binary_message(message)
        if self.once_in(150):
            message[self.random.choice([*message])] = self.anything()
        if self.once_in(150):
            del message[self.random.choice([*message])]
        return _json(message)

    def no_message(self) -> str | bytes:
        """Return what is no message: nested too deeply, cut short, random bytes, other JSON."""
        deep = self.random.choice((100, 900, 20_000))
        nested = "[" * deep + "]" * deep
        text = _json(self.message())
        start = '{"channel": "shell", "header": {"msg_type": "comm_msg"}, "content": '
        cut = text[: self.random.randrange(len(text))]
        few_bytes = self.random.randbytes(self.random.randrange(200))
        counted = self.random.randrange(9).to_bytes(8, "little") + self.random.randbytes(80)
        other = _json(self.anything())
        return self.random.choice((f"{start}{nested}}}", cut, other, few_bytes, counted, ""))


def _packed(message: dict[str, Any], channel: str, protocol: str | None) -> str | bytes:
    if protocol == V1:
        return serialize_msg_to_ws_v1(message, channel, lambda one: _json(one).encode())
    return _json(message | {"buffers": [], "channel": channel})


def _json(value: Any) -> str:
    return json.dumps(value)
