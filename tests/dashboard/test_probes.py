"""What strangers try: files, folders, listings, code, other sites, requests that hang."""

from __future__ import annotations

import pytest
from websocket import WebSocketBadStatusException

from teachback.dashboard.headers import HEADERS
from tests.browser import kernel
from tests.browser.classroom import QUIZ_PAGE
from tests.browser.quiz_page import LESSON
from tests.browser.visitor import Channel, KernelPart, Reply, Visitor

CLOSED = [
    "/voila/tree",
    "/voila/tree/patient",
    "/voila/render/index.ipynb",
    f"/voila/render/{LESSON}.ipynb",
    "/voila/files/index.ipynb",
    f"/voila/files/{LESSON}.ipynb",
    "/voila/files/../pyproject.toml",
    "/voila/api/contents",
    "/voila/api/contents/patient",
    "/voila/templates/lab/static/voila.js",
    "/api/contents",
    f"/api/contents/{LESSON}.ipynb",
    "/api/kernels",
    "/api/kernelspecs",
    "/api/sessions",
    "/api/terminals",
    "/api/status",
    "/api/me",
    "/terminals/1",
    "/terminals/websocket/1",
    "/tree",
    "/lab",
    "/login",
    "/metrics",
    "/index.ipynb",
    f"/{LESSON}.ipynb",
    f"/{LESSON}",
    "/patient/",
    "/patient/../index.ipynb",
    "/.git/config",
    "/static/etc/passwd",
    "/static/../../../../etc/passwd",
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/..%2f..%2fetc%2fpasswd",
    "/%2e%2e/pyproject.toml",
    "/patient/%2e%2e/%2e%2e/pyproject.html",
    "/voila/static/../../../../../../../../etc/passwd",
    "/voila/static/%2e%2e/%2e%2e/conf.json",
    "/voila/static/..%2f..%2f..%2f..%2fetc%2fpasswd",
    "/voila/static//etc/passwd",
    "/voila/labextensions/../../../../etc/passwd",
    "/voila/labextensions//etc/passwd",
    "/voila/api/themes/../../../../etc/passwd",
    "/kernel/../../etc/passwd",
    "/%00.html",
]
SECRETS = [
    "root:",
    "nbformat",
    '"cells"',
    "requires-python",
    "[core]",
    '"kernels"',
    "last_activity",
]
NOT_FOR_VISITORS = [
    "execute_request",
    "complete_request",
    "inspect_request",
    "history_request",
    "is_complete_request",
    "debug_request",
    "interrupt_request",
    "usage_request",
]
RUN = "__import__('builtins').stranger = 1"
CONTENT = {
    "code": RUN,
    "silent": False,
    "cursor_pos": 1,
    "detail_level": 0,
    "hist_access_type": "tail",
}
OTHER_SITES = [
    "http://evil.example",
    "http://127.0.0.1:1",
    "null",
    "{here}.evil.example",
    "{here}@evil.example",
    "http://evil.example/?{here}",
]
WENT_WRONG = [
    "failing",
    "failing_first",
    "no_language",
    "unknown_language",
]
OUR_SIDE = "Please tell the people who run this page."
INSIDES = [
    "Traceback",
    "ZeroDivisionError",
    "RuntimeError",
    "a_secret_word",
    "1 / 0",
    "site-packages",
]


def expect_closed(reply: Reply) -> None:
    assert reply.status in {400, 403, 404, 405}
    assert [secret for secret in SECRETS if secret in reply.text] == []


def expect_no_insides(reply: Reply) -> None:
    assert [inside for inside in INSIDES if inside in reply.text] == []


@pytest.mark.parametrize("path", CLOSED)
def test_nothing_but_our_pages_is_open(visitor: Visitor, path: str) -> None:
    expect_closed(visitor.ask(path))


@pytest.mark.parametrize("path", ["/api/kernels", "/api/sessions", "/api/terminals", "/voila/tree"])
def test_no_visitor_starts_anything_but_a_page(guest: Visitor, path: str) -> None:
    guest.ask("/")
    expect_closed(guest.ask(path, "POST", {"X-XSRFToken": guest.xsrf, "Content-Length": "0"}))


@pytest.mark.parametrize("path", ["/nowhere", "/patient/nowhere.html"])
def test_a_page_that_is_not_here_is_told_in_plain_words(visitor: Visitor, path: str) -> None:
    reply = visitor.ask(path)
    assert "This page is not here." in reply.text
    assert "If you feel very unwell, call your emergency number." in reply.text


@pytest.fixture(scope="module")
def kernel_id(classroom: str) -> str:
    return KernelPart.of(Visitor(classroom).ask_for_kernel(QUIZ_PAGE)).kernel_id


@pytest.mark.parametrize("origin", OTHER_SITES)
def test_another_site_reaches_no_kernel(classroom: str, kernel_id: str, origin: str) -> None:
    with pytest.raises(WebSocketBadStatusException) as refused:
        Channel(classroom, kernel_id, origin.format(here=classroom.rstrip("/")))
    assert refused.value.status_code == 403


@pytest.mark.parametrize("request_type", NOT_FOR_VISITORS)
@pytest.mark.parametrize("line", ["shell", "control"])
def test_no_visitor_runs_code(classroom: str, kernel_id: str, request_type: str, line: str) -> None:
    channel = Channel(classroom, kernel_id)
    sent = channel.send(request_type, CONTENT, line)
    heard = channel.heard_until_idle(channel.send("kernel_info_request", {}))
    channel.close()
    assert [message for message in heard if message["parent_header"].get("msg_id") == sent] == []
    assert kernel.read(kernel_id, "hasattr(__import__('builtins'), 'stranger')") is False


@pytest.mark.parametrize("query", ["", "?template=reveal"])
@pytest.mark.parametrize("page", WENT_WRONG)
def test_a_notebook_that_goes_wrong_answers_in_plain_words(
    odd_visitor: Visitor, page: str, query: str
) -> None:
    reply = odd_visitor.ask(f"/{page}.html{query}")
    assert reply.status == 200
    assert (OUR_SIDE in reply.text) is page.startswith("failing")
    expect_no_insides(reply)


@pytest.mark.parametrize("query", ["", "?template=reveal"])
@pytest.mark.parametrize("page", WENT_WRONG)
def test_a_notebook_that_goes_wrong_never_hangs_its_kernel(
    odd_visitor: Visitor, page: str, query: str
) -> None:
    reply = odd_visitor.ask_for_kernel(page, query)
    assert reply.status == (500 if page == "unknown_language" else 200)
    assert {name: reply.headers[name] for name in HEADERS} == HEADERS
    expect_no_insides(reply)
