"""Lines between page and kernel that a test cuts, and mends again."""

from __future__ import annotations

import re

from playwright.sync_api import Page, WebSocketRoute


class Lines:
    """All lines of a page; once cut, no new one comes about until they are mended."""

    def __init__(self, page: Page) -> None:
        self._are_cut = False
        self._both_ends: list[WebSocketRoute] = []
        page.route_web_socket(re.compile("/channels"), self._connect)

    def _connect(self, line: WebSocketRoute) -> None:
        if self._are_cut:
            line.close(code=1001)
        else:
            self._both_ends.extend([line, line.connect_to_server()])

    @property
    def kernel_id(self) -> str:
        """The kernel to which the first line led."""
        return self._both_ends[0].url.split("/")[-2]

    def cut(self) -> None:
        """Cut all lines."""
        self._are_cut = True
        for line in self._both_ends:
            line.close(code=1001)

    def mend(self) -> None:
        """Let new lines come about."""
        self._are_cut = False
