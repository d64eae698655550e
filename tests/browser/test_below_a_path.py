"""Below a path, as behind a hub or another site's server, everything is there as at the top."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser import server
from tests.browser.classroom import ALONE_PAGE, write_classroom
from tests.browser.quiz_page import QUESTIONS, answer, expect_in_python, expect_kernel, kernels_of
from tests.dashboard.elsewhere import BASE

FIRST, *_ = QUESTIONS


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard below a path."""
    folder, port = write_classroom(tmp_path_factory.mktemp("below")), server.free_port()
    command = ("tests.dashboard.elsewhere", str(folder), str(port))
    with server.running(*command, ready="teachback ready:", log=folder / "log"):
        yield f"http://127.0.0.1:{port}{BASE}"


def test_a_page_joins_its_kernel_and_asks_for_nothing_elsewhere(page: Page, below: str) -> None:
    asked: list[str] = []
    page.on("response", lambda response: asked.append(response.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    kernels = kernels_of(page)
    page.goto(below)
    expect_kernel(page, "connected")
    answer(page, FIRST)
    expect_in_python(page, kernels[-1], FIRST)
    asked = [one for one in asked if not one.startswith("blob:")]  # a widget's script, made here
    assert [one for one in asked if not urlsplit(one).path.startswith(BASE)] == []
    assert {cookie["path"] for cookie in page.context.cookies()} <= {"/", BASE}


def test_the_links_of_a_page_stay_below_the_path(page: Page, below: str) -> None:
    page.goto(f"{below}{ALONE_PAGE}.html")
    links = page.locator("a[href]").evaluate_all("all => all.map(one => one.href)")
    inside = [one for one in links if urlsplit(one).netloc == urlsplit(below).netloc]
    assert len(inside) > 1
    assert [one for one in inside if not one.startswith(below)] == []
