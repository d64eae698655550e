"""What is sent is small: packed, and kept by the browser under a name that tells its content."""

from __future__ import annotations

import gzip
import json
import re
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from tests.browser.classroom import QUIZ_PAGE
from tests.browser.quiz_page import LESSON
from tests.browser.visitor import Visitor

CONFIG = re.compile(r'jupyter-config-data" type="application/json">(.*?)</script>', re.DOTALL)


def fetch(address: str, path: str, encoding: str | None) -> tuple[dict[str, str], bytes]:
    """Return headers and body as they come."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=30)
    connection.request("GET", path, headers={"Accept-Encoding": encoding} if encoding else {})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    assert response.status == 200
    return dict(response.headers), body


@pytest.fixture(scope="module")
def assets(classroom: str) -> str:
    """Where the files of the front end are."""
    part = Visitor(classroom).ask_for_kernel(QUIZ_PAGE).text
    found = CONFIG.search(part)
    assert found
    return str(json.loads(found[1])["fullStaticUrl"])


def expect_packed(address: str, path: str) -> dict[str, str]:
    headers, small = fetch(address, path, "gzip, br")
    _, plain = fetch(address, path, None)
    assert headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in headers["Vary"]
    assert gzip.decompress(small) == plain
    assert len(small) < 0.5 * len(plain)
    return headers


@pytest.mark.parametrize("path", ["/", f"/{LESSON}.html"])
def test_a_page_is_packed_for_whoever_can_unpack_it(dashboard: str, path: str) -> None:
    expect_packed(dashboard, path)


def test_the_front_end_is_packed_and_kept_for_good(classroom: str, assets: str) -> None:
    headers = expect_packed(classroom, f"{assets}/voila.js")
    assert headers["Content-Type"].startswith(("text/javascript", "application/javascript"))
    assert "immutable" in headers["Cache-Control"]
    assert re.fullmatch(r"/assets/[0-9a-f]{16}/voila", assets)


@pytest.mark.parametrize(
    "wrong",
    [
        "/assets/0000000000000000/voila/voila.js",
        "{assets}/nowhere.js",
        "{assets}/../../../../etc/passwd",
        "{assets}/%2e%2e/%2e%2e/conf.json",
        "{assets}//etc/passwd",
        "{assets}/voila.js/../../../conf.json",
        "{assets}/voila.js%00.css",
        "{assets}/",
    ],
)
def test_only_these_files_under_this_name_are_there(
    classroom: str, assets: str, wrong: str
) -> None:
    reply = Visitor(classroom).ask(wrong.format(assets=assets))
    assert reply.status == 404
    assert "immutable" not in str(reply.headers)
