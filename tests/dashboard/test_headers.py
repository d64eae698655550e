"""Headers and cookies: the same protection on every response, whatever made it."""

from __future__ import annotations

import re

import pytest

from teachback.dashboard.headers import HEADERS
from tests.browser.quiz_page import CHECKLIST, LESSON
from tests.browser.visitor import Reply, Visitor

OUR_PAGES = ["/", f"/{LESSON}.html", f"/{CHECKLIST}.html"]
IDS = r"[0-9a-f]{8}-?[0-9a-f-]{24,27}"
NOBODY = "00000000-0000-0000-0000-000000000000"
ANSWERS = [
    *((200, "GET", page) for page in OUR_PAGES),
    (200, "HEAD", "/"),
    (200, "GET", "/voila/static/voila.js"),
    (200, "GET", "/voila/labextensions/anywidget/package.json"),
    (206, "GET", "/voila/static/voila.js"),
    (304, "GET", "/voila/static/voila.js"),
    (403, "POST", f"/kernel/{LESSON}.html"),
    (403, "DELETE", f"/api/kernels/{NOBODY}"),
    (403, "GET", "/voila/static/../../etc/passwd"),
    (404, "GET", "/nowhere"),
    (403, "GET", "/voila/static/nowhere.js"),
    (404, "GET", "/voila/api/themes/nowhere"),
    (404, "GET", f"/api/kernels/{NOBODY}"),
    (405, "POST", "/"),
]


def special(visitor: Visitor, status: int, path: str) -> dict[str, str]:
    """Return the request headers that bring this status about."""
    if status == 206:
        return {"Range": "bytes=0-9"}
    if status == 304:
        return {"If-None-Match": str(visitor.ask(path).headers["Etag"])}
    if status == 405:
        visitor.ask("/")
        return {"X-XSRFToken": visitor.xsrf, "Content-Length": "0"}
    return {}


def expect_protected(reply: Reply) -> None:
    for name, value in HEADERS.items():
        assert reply.headers.get_all(name) == [value], name
    assert "tornado" not in str(reply.headers).lower()


@pytest.mark.parametrize(("status", "method", "path"), ANSWERS)
def test_every_response_is_protected(visitor: Visitor, status: int, method: str, path: str) -> None:
    reply = visitor.ask(path, method, special(visitor, status, path))
    assert reply.status == status
    expect_protected(reply)


@pytest.mark.parametrize(
    ("page", "status"), [("index", 200), ("failing", 200), ("unknown_language", 500)]
)
def test_the_kernels_part_is_protected(odd_visitor: Visitor, page: str, status: int) -> None:
    reply = odd_visitor.ask_for_kernel(page)
    assert reply.status == status
    expect_protected(reply)


@pytest.mark.parametrize("page", OUR_PAGES)
def test_no_page_is_stored(visitor: Visitor, page: str) -> None:
    assert visitor.ask(page).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", [path for _, method, path in ANSWERS if method == "GET"])
def test_no_cookie_but_the_one_that_protects(visitor: Visitor, path: str) -> None:
    for cookie in visitor.ask(path).headers.get_all("Set-Cookie", []):
        assert cookie.startswith("_xsrf=")
        assert "SameSite=Strict" in cookie
        assert "Domain" not in cookie


def test_a_cookie_of_a_page_is_not_given_twice(visitor: Visitor) -> None:
    assert visitor.ask("/").headers.get_all("Set-Cookie")
    assert visitor.ask("/").headers.get_all("Set-Cookie", []) == []


@pytest.mark.parametrize("page", OUR_PAGES)
@pytest.mark.parametrize("query", ["?template=reveal&theme=dark", "?voila_template=lab"])
def test_a_query_changes_nothing(visitor: Visitor, page: str, query: str) -> None:
    assert visitor.ask(page + query).text == visitor.ask(page).text


def test_a_query_does_not_change_the_kernels_part(odd_visitor: Visitor) -> None:
    queries = ("", "?template=reveal&theme=dark")
    plain, queried = (odd_visitor.ask_for_kernel("index", query).text for query in queries)
    assert re.sub(IDS, "id", plain) == re.sub(IDS, "id", queried)
