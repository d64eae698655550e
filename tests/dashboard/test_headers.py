"""Headers and cookies: the same protection on every response, whatever made it."""

from __future__ import annotations

import re

import pytest

from teachback.dashboard.headers import HEADERS, OVER_TLS
from tests.browser.classroom import ALONE_PAGE, QUIZ_PAGE
from tests.browser.quiz_page import CHECKLIST, LESSON
from tests.browser.visitor import Reply, Visitor

OUR_PAGES = ["/", f"/{LESSON}.html", f"/{CHECKLIST}.html"]
IDS = r"[0-9a-f]{8}-?[0-9a-f-]{24,27}"
NOBODY = "00000000-0000-0000-0000-000000000000"
ANSWERS = [
    *((200, "GET", page) for page in OUR_PAGES),
    (200, "HEAD", "/"),
    (403, "POST", f"/kernel/{LESSON}.html"),
    (403, "POST", "/"),
    (404, "GET", "/nowhere"),
    (404, "GET", "/assets/0000000000000000/voila/voila.js"),
    (404, "GET", "/voila/static/voila.js"),
    (404, "GET", "/voila/api/themes/nowhere"),
    (404, "GET", f"/api/kernels/{NOBODY}"),
    (404, "POST", f"/voila/api/shutdown/{NOBODY}"),
    (405, "DELETE", f"/api/kernels/{NOBODY}"),
]


STANDARDS = {  # section 5.5
    "Content-Security-Policy": "default-src 'self'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
POLICY = ["object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'"]


def expect_protected(reply: Reply) -> None:
    for name, value in HEADERS.items():
        assert reply.headers.get_all(name) == [value], name
    assert "tornado" not in str(reply.headers).lower()


def test_the_front_end_is_protected(guest: Visitor) -> None:
    stamp = re.search(r"/assets/\w+/voila", guest.ask_for_kernel(QUIZ_PAGE).text)
    assert stamp
    reply = guest.ask(f"{stamp[0]}/voila.js")
    assert reply.status == 200
    expect_protected(reply)


def test_the_headers_are_those_of_the_standards() -> None:
    for name, value in STANDARDS.items():
        assert (HEADERS | OVER_TLS)[name].startswith(value)
    policy = HEADERS["Content-Security-Policy"]
    assert [rule for rule in POLICY if rule not in policy.split("; ")] == []
    assert "unsafe-eval" not in policy
    assert "http" not in policy


@pytest.mark.parametrize(("status", "method", "path"), ANSWERS)
def test_every_response_is_protected(visitor: Visitor, status: int, method: str, path: str) -> None:
    reply = visitor.ask(path, method)
    assert reply.status == status
    expect_protected(reply)


@pytest.mark.parametrize(("spoken", "shut"), [("https", ["same-origin"]), ("http", [])])
@pytest.mark.parametrize(("status", "method", "path"), ANSWERS)
def test_behind_a_proxy_that_speaks_tls_no_other_window_holds_ours(
    visitor: Visitor, status: int, method: str, path: str, spoken: str, shut: list[str]
) -> None:
    reply = visitor.ask(path, method, {"X-Forwarded-Proto": spoken})
    assert reply.status == status
    assert reply.headers.get_all("Cross-Origin-Opener-Policy", []) == shut


def test_a_refused_way_of_asking_is_protected(guest: Visitor) -> None:
    guest.ask("/")
    reply = guest.ask("/", "POST", {"X-XSRFToken": guest.xsrf, "Content-Length": "0"})
    assert reply.status == 405
    expect_protected(reply)


def test_the_kernels_part_is_protected_and_not_stored(guest: Visitor) -> None:
    reply = guest.ask_for_kernel(QUIZ_PAGE)
    assert reply.status == 200
    assert reply.headers["Cache-Control"] == "no-store"
    expect_protected(reply)


@pytest.mark.parametrize("page", OUR_PAGES)
def test_no_page_is_stored(visitor: Visitor, page: str) -> None:
    assert visitor.ask(page).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", [path for _, method, path in ANSWERS if method == "GET"])
def test_whoever_only_reads_gets_no_cookie(visitor: Visitor, path: str) -> None:
    assert visitor.ask(path).headers.get_all("Set-Cookie", []) == []


def test_a_page_with_a_kernel_gives_the_one_cookie_that_protects_it(guest: Visitor) -> None:
    (cookie,) = guest.ask("/").headers.get_all("Set-Cookie", [])
    assert cookie.startswith("_xsrf=")
    assert "SameSite=Strict" in cookie
    assert "Domain" not in cookie
    assert "expires" not in cookie.lower()
    assert guest.ask("/").headers.get_all("Set-Cookie", []) == []


@pytest.mark.parametrize(("spoken", "secure"), [("https", True), ("http", False)])
def test_behind_a_proxy_that_speaks_tls_the_cookie_stays_within_it(
    guest: Visitor, spoken: str, secure: bool
) -> None:
    (cookie,) = guest.ask("/", headers={"X-Forwarded-Proto": spoken}).headers.get_all("Set-Cookie")
    assert ("Secure" in cookie) is secure
    assert "SameSite=Strict" in cookie


def test_a_page_without_a_kernel_starts_none_for_anybody(guest: Visitor) -> None:
    guest.ask("/")
    reply = guest.ask_for_kernel(ALONE_PAGE)
    assert reply.status == 404
    assert "kernelId" not in reply.text


@pytest.mark.parametrize("page", OUR_PAGES)
@pytest.mark.parametrize("query", ["?template=reveal&theme=dark", "?voila_template=lab"])
def test_a_query_changes_nothing(visitor: Visitor, page: str, query: str) -> None:
    assert visitor.ask(page + query).text == visitor.ask(page).text


def test_a_query_does_not_change_the_kernels_part(guest: Visitor) -> None:
    queries = ("", "?template=reveal&theme=dark")
    plain, queried = (guest.ask_for_kernel(QUIZ_PAGE, query).text for query in queries)
    assert re.sub(IDS, "id", plain) == re.sub(IDS, "id", queried)
