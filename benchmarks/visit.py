"""One visit to a page with a browser that has never seen it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, Playwright

from benchmarks.sides import Side
from tests.browser.chromium import find_or_install

MS_AT_MOST = 120_000
FAST, SLOW, PHONE = "fast line", "slow line", "slow phone"
LINES = (FAST, SLOW, PHONE)
# A slow phone on a slow network: 1.6 Mbit/s, 150 ms, a processor of a quarter of this one's speed.
PHONE_SETTINGS = {
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
    """What one visit measured; times in milliseconds, `moment` that of the first reason."""

    first_reason: float
    moment: float
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


def _rest() -> None:
    """Let the browser finish its start, which is not the page's time."""
    time.sleep(1)


def visit(
    playwright: Playwright,
    side: Side,
    line: str = FAST,
    clicks: int | None = None,
    wait: Callable[[], object] = _rest,
) -> Visit:
    """Visit a page with a new browser by one of the `LINES`, and measure it by its plan.

    Only so many `clicks` follow the first reason, if that is said; `wait` is called just before
    the page is asked for.

    Raises:
        playwright.sync_api.Error: if there is no result within two minutes.
    """
    plan = side.plan | {"clicks": side.plan["clicks"][:clicks]}
    browser = open_browser(playwright)
    try:
        page = browser.new_page()
        wait()
        address = side.delayed_address if line == SLOW else side.address
        found = _measured(page, address, plan, phone=line == PHONE)
        page.goto("about:blank")  # leaving tells the server that its kernel can go
    finally:
        browser.close()
    return found


def _measured(page: Page, address: str, plan: dict[str, Any], phone: bool) -> Visit:
    page.add_init_script(f"({PROBE.read_text()})({json.dumps(plan | {'mark': MARK})})")
    traffic = _Traffic()
    session = page.context.new_cdp_session(page)
    traffic.watch(session)
    for command, settings in PHONE_SETTINGS.items() if phone else ():
        session.send(command, settings)
    with page.expect_console_message(
        lambda message: message.text.startswith(MARK), timeout=MS_AT_MOST
    ) as said:
        page.goto(address, wait_until="commit", timeout=MS_AT_MOST)
    result = json.loads(said.value.text.removeprefix(MARK))
    moment = result["origin"] + result["first"]
    requests, size = traffic.before(moment)
    return Visit(result["first"], moment, result["clicks"], result["freeze"], requests, size)
