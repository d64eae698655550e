"""Learners without a browser: each gets a page, and joins its kernel if it has one."""

from __future__ import annotations

import asyncio
import json
import re
import sys
import time
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from tornado.httpclient import HTTPRequest
from tornado.simple_httpclient import SimpleAsyncHTTPClient
from tornado.websocket import WebSocketClientConnection, websocket_connect

from benchmarks.sides import KERNEL, READING

SECONDS_AT_MOST = 300


@dataclass
class Learner:
    """One visitor without a browser: gets the page, and joins its kernel if it has one."""

    side: str
    address: str
    complete: float = 0.0
    joined: float = 0.0
    lines: list[WebSocketClientConnection] = field(default_factory=list)

    async def come(self, client: SimpleAsyncHTTPClient, start: float) -> None:
        """Get the page, then join its kernel."""
        page = await client.fetch(self._request(self.address))
        self.complete = time.perf_counter() - start
        if self.side == READING:
            return
        if self.side == KERNEL:
            page = await client.fetch(self._question(page.headers["Set-Cookie"]))
        await self._join(page.body.decode())
        self.joined = time.perf_counter() - start

    def _question(self, cookie: str) -> HTTPRequest:
        token = cookie.split("_xsrf=")[1].split(";", maxsplit=1)[0]
        return self._request(
            f"{self.address}kernel/index.html",
            method="POST",
            body="",
            headers={"Cookie": f"_xsrf={token}", "X-XSRFToken": token},
        )

    @staticmethod
    def _request(address: str, **more: Any) -> HTTPRequest:
        wait = {"connect_timeout": SECONDS_AT_MOST, "request_timeout": SECONDS_AT_MOST}
        return HTTPRequest(address, decompress_response=True, **wait, **more)

    async def _join(self, part: str) -> None:
        """Open the line to the kernel, and hear from it that the page's widgets are there."""
        kernel = re.search(r'"kernelId": "([^"]+)"', part)
        models = set(re.findall(r'"model_id": "([^"]+)"', part))
        if not kernel or not models:
            msg = "the page names no kernel or no widget"
            raise RuntimeError(msg)
        there = f"{urlsplit(self.address).netloc}/api/kernels/{kernel[1]}/channels"
        request = HTTPRequest(
            f"ws://{there}?session_id={uuid4()}",
            headers={"Origin": f"http://{urlsplit(self.address).netloc}"},
            request_timeout=SECONDS_AT_MOST,
        )
        line = await websocket_connect(request)
        self.lines.append(line)
        header = {"msg_id": uuid4().hex, "msg_type": "comm_info_request", "session": "learner"}
        header |= {"username": "", "version": "5.3", "date": ""}
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": {}}
        await line.write_message(json.dumps(message | {"buffers": [], "channel": "shell"}))
        while True:
            told = json.loads(await line.read_message() or "null")
            if told["msg_type"] == "comm_info_reply":
                break
        if not models <= set(told["content"]["comms"]):
            msg = "the kernel does not know the page's widgets"
            raise RuntimeError(msg)


async def together(side: str, address: str, count: int) -> tuple[tuple[Learner, ...], int]:
    """Let so many learners come in the same moment; return them, and how many visits failed."""
    client = SimpleAsyncHTTPClient(force_instance=True, max_clients=count)
    learners = tuple(Learner(side, address) for _ in range(count))
    start = time.perf_counter()
    visits: list[Coroutine[Any, Any, None]] = [one.come(client, start) for one in learners]
    told = await asyncio.gather(*visits, return_exceptions=True)
    client.close()
    failures = [one for one in told if isinstance(one, BaseException)]
    for failure in failures[:3]:
        print(f"{side}, burst of {count}: {failure!r}", file=sys.stderr)
    return learners, len(failures)
