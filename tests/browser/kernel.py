"""A visitor's kernel seen from behind: what Python knows, read without the visitor's help."""

from __future__ import annotations

import json
import os
import signal
from ast import literal_eval
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import zmq
from jupyter_client.session import Session

SECONDS_TO_ANSWER = 30
OUR_QUIZ = (
    "next(w for w in __import__('ipywidgets').widgets.widget._instances.values()"
    " if type(w).__name__ == 'Quiz')"
)
ANSWERS = (
    "{name: one if isinstance(one, str) else list(one)"
    f" for name, one in {OUR_QUIZ}.attempt.answers.items()}}"
)


def read(kernel_id: str, expression: str) -> Any:
    """Return what an expression of plain values is in the kernel."""
    (file,) = Path(gettempdir()).glob(f"voila_*/kernel-{kernel_id}.json")
    told = json.loads(file.read_text())
    session = Session(key=told["key"].encode(), signature_scheme=told["signature_scheme"])
    separator = "-" if told["transport"] == "ipc" else ":"
    with zmq.Context() as context, context.socket(zmq.DEALER) as socket:
        socket.linger = 0
        socket.connect(f"{told['transport']}://{told['ip']}{separator}{told['shell_port']}")
        request = {"code": "", "silent": True, "user_expressions": {"it": expression}}
        session.send(socket, "execute_request", request)
        if not socket.poll(SECONDS_TO_ANSWER * 1000):
            raise TimeoutError(expression)
        _, frames = session.feed_identities(socket.recv_multipart())
        found = session.deserialize(frames)["content"]["user_expressions"]["it"]
    assert found["status"] == "ok", found
    return literal_eval(found["data"]["text/plain"])


def answers(kernel_id: str) -> dict[str, str | list[str]]:
    """Return the checked answers that the quiz of this kernel holds."""
    return read(kernel_id, ANSWERS)


def kill(kernel_id: str) -> None:
    """End the kernel's process as a machine out of memory would."""
    os.kill(read(kernel_id, "__import__('os').getpid()"), signal.SIGKILL)
