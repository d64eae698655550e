"""One visit to a page with a browser that has never seen it."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, Playwright

from tests.browser.chromium import find_or_install

MS_AT_MOST = 60_000
# A slow phone on a slow network: 1.6 Mbit/s, 150 ms, a processor of a quarter of this one's speed.
PHONE = {
    "Network.emulateNetworkConditions": {
        "offline": False,
        "latency": 150,
        "downloadThroughput": 200_000,
        "uploadThroughput": 94_000,
    },
    "Emulation.setCPUThrottlingRate": {"rate": 4},
}
MARK = "teachback-benchmark:"
PROBE = Path(__file__).with_name("probe.js")
# Root needs --no-sandbox. Requests to other machines fail at once, so that neither side is
# measured by how some other server or this machine's line does today.
FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@dataclass(frozen=True)
class Visit:
    """What one visit measured; times in milliseconds."""

    first_reason: float
    clicks: list[float]
    freeze: float
    requests: int
    size: int


@dataclass
class _Traffic:
    """What the browser sends and gets, as its own developer tools count it."""

    sent: list[tuple[str, float]] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)

    def watch(self, session: CDPSession) -> None:
        session.on("Network.requestWillBeSent", self._on_sent)
        session.on("Network.loadingFinished", self._on_finished)
        session.send("Network.enable")

    def _on_sent(self, event: dict[str, Any]) -> None:
        if event["request"]["url"].startswith("http"):
            self.sent.append((event["requestId"], event["wallTime"] * 1000))

    def _on_finished(self, event: dict[str, Any]) -> None:
        self.sizes[event["requestId"]] = int(event["encodedDataLength"])

    def before(self, moment: float) -> tuple[int, int]:
        """Count the requests sent before `moment`, and their bytes when they were complete."""
        requests = [request for request, sent in self.sent if sent <= moment]
        return len(requests), sum(self.sizes.get(request, 0) for request in set(requests))


def open_browser(playwright: Playwright) -> Browser:
    """Start a new browser with nothing in its cache."""
    return playwright.chromium.launch(executable_path=find_or_install(), args=list(FLAGS))


def visit(playwright: Playwright, address: str, plan: dict[str, Any], phone: bool = False) -> Visit:
    """Visit a page with a new browser, as a slow `phone` does or not, and measure it by `plan`.

    Raises:
        playwright.sync_api.Error: if there is no result within a minute.
    """
    browser = open_browser(playwright)
    try:
        page = browser.new_page()
        time.sleep(1)  # the start of the browser is not the page's time
        found = _measured(page, address, plan, phone)
        page.goto("about:blank")  # leaving tells the server that its kernel can go
    finally:
        browser.close()
    return found


def _measured(page: Page, address: str, plan: dict[str, Any], phone: bool) -> Visit:
    page.add_init_script(f"({PROBE.read_text()})({json.dumps(plan | {'mark': MARK})})")
    traffic = _Traffic()
    session = page.context.new_cdp_session(page)
    traffic.watch(session)
    for command, settings in PHONE.items() if phone else ():
        session.send(command, settings)
    with page.expect_console_message(
        lambda message: message.text.startswith(MARK), timeout=MS_AT_MOST
    ) as said:
        page.goto(address, wait_until="commit", timeout=MS_AT_MOST)
    result = json.loads(said.value.text.removeprefix(MARK))
    requests, size = traffic.before(result["origin"] + result["first"])
    return Visit(result["first"], result["clicks"], result["freeze"], requests, size)
