"""A visitor without a browser, who sends whatever it likes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from websocket import WebSocket, create_connection

SECONDS = 30


@dataclass(frozen=True)
class Reply:
    """What the server answered."""

    status: int
    headers: HTTPMessage
    text: str


class Visitor:
    """Asks one server, exactly as told, and keeps the one cookie it gives."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.xsrf = ""

    def ask(self, path: str, method: str = "GET", headers: dict[str, str] | None = None) -> Reply:
        """Return the answer to one request; the path is sent as it is written here."""
        connection = HTTPConnection(urlsplit(self.address).netloc, timeout=SECONDS)
        cookie = {"Cookie": f"_xsrf={self.xsrf}"} if self.xsrf else {}
        try:
            connection.request(method, path, headers={**cookie, **(headers or {})})
            response = connection.getresponse()
            text = response.read().decode("utf-8", errors="replace")
        finally:
            connection.close()
        given = re.search(r"_xsrf=([^;]+)", response.headers.get("Set-Cookie", ""))
        self.xsrf = self.xsrf or (given[1] if given else "")
        return Reply(response.status, response.headers, text)

    def ask_for_kernel(self, page: str, query: str = "") -> Reply:
        """Return what the server answers when this page asks for its kernel."""
        self.ask(f"/{page}.html")
        token = {"X-XSRFToken": self.xsrf, "Content-Length": "0"}
        return self.ask(f"/kernel/{page}.html{query}", "POST", token)


@dataclass(frozen=True)
class KernelPart:
    """The kernel's part of a page: the kernel, and the widgets shown from it."""

    kernel_id: str
    models: list[str]

    @classmethod
    def of(cls, reply: Reply) -> KernelPart:
        """Read the part as Voila's front end does."""
        kernel_id = re.search(r'"kernelId": "([^"]+)"', reply.text)
        assert kernel_id, f"no kernel: {reply.status} {reply.text[:500]}"
        return cls(kernel_id[1], re.findall(r'"model_id": "([^"]+)"', reply.text))


class Channel:
    """A websocket to a kernel, as Voila's front end opens one."""

    def __init__(self, address: str, kernel_id: str, origin: str | None = None) -> None:
        there = f"ws://{urlsplit(address).netloc}/api/kernels/{kernel_id}/channels"
        self.socket: WebSocket = create_connection(
            f"{there}?session_id={uuid4()}", origin=origin or address.rstrip("/"), timeout=SECONDS
        )

    def close(self) -> None:
        """Hang up."""
        self.socket.close()
        self.socket.shutdown()  # a line that the server has closed is still open on this side

    def send(
        self, message_type: str, content: object, channel: str = "shell", **metadata: str
    ) -> str:
        """Send a message and return its id."""
        message_id = uuid4().hex
        header = {"msg_id": message_id, "msg_type": message_type, "session": "visitor"}
        header |= {"username": "", "version": "5.3", "date": ""}
        message = {"header": header, "parent_header": {}, "metadata": metadata, "content": content}
        self.socket.send(json.dumps(message | {"buffers": [], "channel": channel}))
        return message_id

    def heard_until_idle(self, message_id: str) -> list[dict[str, Any]]:
        """Return all that comes in until the kernel has dealt with this message."""
        heard = []
        while True:
            heard.append(message := json.loads(self.socket.recv()))
            if message["parent_header"].get("msg_id") != message_id:
                continue
            if message["content"].get("execution_state") == "idle":
                return heard
