"""A kernel is there for its visitor: not longer, not for too many, and never without saying so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser import server
from tests.browser.classroom import QUIZ_PAGE, write_classroom
from tests.browser.visitor import Channel, KernelPart, Visitor
from tests.dashboard.processes import until

MOST = 3


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard that is quick to end a kernel and has room for three."""
    folder = write_classroom(tmp_path_factory.mktemp("leaving"))
    short = {"seconds_alone": 1.0, "seconds_to_join": 8.0, "spare": 0, "most": MOST}
    with server.house(folder / "log", folder, **short) as (address, _):
        yield address


def here(address: str, kernel_id: str) -> bool:
    return Visitor(address).ask(f"/api/kernels/{kernel_id}").status == 200


def come(address: str) -> tuple[str, Channel]:
    """Come as a visitor who joins the kernel."""
    kernel_id = KernelPart.of(Visitor(address).ask_for_kernel(QUIZ_PAGE)).kernel_id
    channel = Channel(address, kernel_id)
    channel.heard_until_idle(channel.send("kernel_info_request", {}))
    return kernel_id, channel


def leave(address: str, *visits: tuple[str, Channel]) -> None:
    for _, channel in visits:
        channel.close()
    for kernel_id, _ in visits:
        until(lambda kernel_id=kernel_id: not here(address, kernel_id), "a kernel's end")


def test_a_kernel_ends_soon_after_its_visitor_has_left(house: str) -> None:
    visit = come(house)
    assert here(house, visit[0])
    leave(house, visit)


def test_a_kernel_that_nobody_joins_ends(house: str) -> None:
    kernel_id = KernelPart.of(Visitor(house).ask_for_kernel(QUIZ_PAGE)).kernel_id
    assert here(house, kernel_id)
    until(lambda: not here(house, kernel_id), "its end")


def test_a_visitor_who_comes_back_at_once_finds_the_kernel_as_it_was(house: str) -> None:
    kernel_id, channel = come(house)
    channel.close()
    again = Channel(house, kernel_id)
    other = come(house)
    leave(house, other)  # by now the first would have ended, too
    assert here(house, kernel_id)
    leave(house, (kernel_id, again))


def test_when_there_are_as_many_as_may_be_the_next_is_told_so_and_comes_later(house: str) -> None:
    visits = [come(house) for _ in range(MOST)]
    reply = Visitor(house).ask_for_kernel(QUIZ_PAGE)
    assert reply.status == 503
    assert int(reply.headers["Retry-After"]) > 0
    assert "Many people are here now." in reply.text
    assert Visitor(house).ask("/").status == 200  # reading goes on
    assert all(here(house, kernel_id) for kernel_id, _ in visits)
    first, *others = visits
    leave(house, first)
    next_one = come(house)
    leave(house, next_one, *others)
