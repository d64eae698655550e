"""Under JupyterHub each user has a dashboard, reached through the hub's proxy by nobody else."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page
from websocket import WebSocketBadStatusException, create_connection

from tests.browser import kernel
from tests.browser.classroom import ALONE_PAGE, QUIZ_PAGE
from tests.browser.quiz_page import (
    QUESTIONS,
    answer,
    expect_in_python,
    expect_kernel,
    expect_reason,
    kernels_of,
)
from tests.browser.visitor import Reply, Visitor
from tests.dashboard.test_observing import ALLOWED
from tests.hub.conftest import USERS, House

FIRST, SECOND, *_ = QUESTIONS
WORDS = "Words to read."


@pytest.fixture(scope="session")
def of_ann(ann: Page) -> str:
    """The path of the first user's dashboard."""
    return urlsplit(ann.url).path


def join(page: Page, path: str) -> str:
    """Open the quiz and return the id of the kernel that it joined."""
    kernels = kernels_of(page)
    page.goto(path)
    expect_kernel(page, "connected")
    return kernels[-1]


def private(path: str, kernel_id: str) -> list[tuple[str, str]]:
    """Return all that is behind the hub's login."""
    pages = ["", f"{QUIZ_PAGE}.html", f"{ALONE_PAGE}.html", f"api/kernels/{kernel_id}"]
    asked = [f"kernel/{QUIZ_PAGE}.html", f"kernel/{ALONE_PAGE}.html"]
    return [*(("GET", path + one) for one in pages), *(("POST", path + one) for one in asked)]


def test_each_user_has_a_dashboard_and_a_kernel_of_their_own(
    ann: Page, bo: Page, house: House
) -> None:
    kernels = [join(page, page.url) for page in (ann, bo)]
    for page, kernel_id, question in zip((ann, bo), kernels, (FIRST, SECOND), strict=True):
        answer(page, question)
        expect_reason(page, question)
        expect_in_python(page, kernel_id, question)
    assert len(house.servers()) == len(USERS)


def test_the_other_user_gets_no_answer(ann: Page, bo: Page, house: House, of_ann: str) -> None:
    kernel_id = join(ann, ann.url)
    held = kernel.answers(kernel_id)
    token = next(one["value"] for one in bo.context.cookies() if one["name"] == "_xsrf")
    for method, path in private(of_ann, kernel_id):
        reply = bo.context.request.fetch(
            house.address.rstrip("/") + path, method=method, headers={"X-XSRFToken": token}
        )
        assert (reply.status, WORDS in reply.text(), kernel_id in reply.text()) == (
            403,
            False,
            False,
        ), path
    visit = bo.context.new_page()
    visit.goto(house.address.rstrip("/") + of_ann)
    assert WORDS not in visit.content()
    assert kernel.answers(kernel_id) == held


def expect_login(reply: Reply) -> None:
    assert reply.status in {302, 403}
    assert WORDS not in reply.text
    if reply.status == 302:
        assert "/hub/" in reply.headers["Location"]


def told(house: House, path: str) -> dict[str, str]:
    """Return what the hub told the server of this path: where to be, and its token."""
    found = [one.environ() for one in house.servers()]
    (server,) = [one for one in found if one["JUPYTERHUB_SERVICE_PREFIX"] == path]
    return server


def straight_to(house: House, path: str) -> str:
    """Return the address of a user's server itself, past the hub's proxy."""
    return f"http://{urlsplit(told(house, path)['JUPYTERHUB_SERVICE_URL']).netloc}/"


def test_the_token_of_the_other_users_server_opens_nothing(
    ann: Page, bo: Page, house: House, of_ann: str
) -> None:
    kernel_id = join(ann, ann.url)
    token = told(house, urlsplit(bo.url).path)["JUPYTERHUB_API_TOKEN"]
    for method, path in private(of_ann, kernel_id):
        name = {"Authorization": f"token {token}", "Content-Length": "0"}
        expect_login(Visitor(straight_to(house, of_ann)).ask(path, method, name))


def test_whoever_has_not_logged_in_is_sent_to_the_hub_also_past_its_proxy(
    ann: Page, house: House, of_ann: str
) -> None:
    kernel_id = join(ann, ann.url)
    for address in (house.address, straight_to(house, of_ann)):
        for method, path in private(of_ann, kernel_id):
            expect_login(Visitor(address).ask(path, method, {"Content-Length": "0"}))
        line = f"{address.replace('http', 'ws')}{of_ann[1:]}api/kernels/{kernel_id}/channels"
        with pytest.raises(WebSocketBadStatusException) as refused:
            create_connection(f"{line}?session_id=a", origin=address.rstrip("/"), timeout=30)
        assert refused.value.status_code == 403


def test_a_kernel_knows_nothing_of_the_hub(ann: Page) -> None:
    names = "[one for one in __import__('os').environ if one.startswith('JUPYTERHUB')]"
    assert kernel.read(join(ann, ann.url), names) == []


def test_a_server_writes_down_neither_names_nor_kernels(ann: Page, house: House) -> None:
    kernel_id = join(ann, ann.url)
    lines = [line for line in house.log.read_text().splitlines() if line.startswith('{"')]
    assert {"page", "kernel"} <= {json.loads(line)["event"] for line in lines}
    assert all(set(json.loads(line)) <= ALLOWED for line in lines)
    assert [line for line in lines if kernel_id in line or USERS[0] in line] == []
