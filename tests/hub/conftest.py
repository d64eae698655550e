"""A JupyterHub with the configuration of deploy/, two users and a course of few pages."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, Page

from tests.browser import server
from tests.browser.classroom import write_classroom

PROXY = server.ROOT / "build/hub/proxy/node_modules/.bin/configurable-http-proxy"
EXAMPLE = server.ROOT / "deploy/jupyterhub/jupyterhub_config.py"
USERS = ("ann", "bo.b+c@example.org")
PASSWORD = "only here"
CONFIG = f"""
load_subconfig({str(EXAMPLE)!r})
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = {PASSWORD!r}
c.Authenticator.allowed_users = {set(USERS)!r}
c.JupyterHub.spawner_class = "simple"
c.ConfigurableHTTPProxy.command = [{str(PROXY)!r}]
"""


@dataclass(frozen=True)
class House:
    """A running hub: where it is, what it and its servers wrote down, and its process."""

    address: str
    log: Path
    pid: int

    def enter(self, browser: Browser, user: str) -> Page:
        """Return a page of a browser in which this user has logged in and has a dashboard."""
        page = browser.new_context().new_page()
        page.goto(f"{self.address}hub/login")
        page.get_by_label("Username").fill(user)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(re.compile(r"/user/[^/]+/$"), timeout=120_000)
        return page

    def servers(self) -> list[psutil.Process]:
        """Return the dashboards that the hub has started."""
        below = psutil.Process(self.pid).children(recursive=True)
        return [one for one in below if "--hub" in one.cmdline()]


def written(folder: Path, ports: list[int]) -> Path:
    """Write what the example leaves open: who comes, with which ports, and a course."""
    course = write_classroom(folder)
    public, inside, api = ports
    own = f"""
c.JupyterHub.bind_url = "http://127.0.0.1:{public}"
c.JupyterHub.hub_port = {inside}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api}"
c.SimpleLocalProcessSpawner.home_dir_template = "{folder}/{{username}}"
c.Spawner.cmd = [{str(course)!r} if "notebooks" in one else one for one in c.Spawner.cmd]
c.Spawner.environment = {{}}
c.JupyterHub.db_url = "sqlite:///{folder}/hub.sqlite"
c.JupyterHub.cookie_secret_file = "{folder}/secret"
c.ConfigurableHTTPProxy.pid_file = "{folder}/proxy.pid"
"""
    config = folder / "jupyterhub_config.py"
    config.write_text(CONFIG + own)
    return config


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A hub, with all it started gone at the end."""
    folder = tmp_path_factory.mktemp("hub")
    ports = [server.free_port() for _ in range(3)]
    address, log = f"http://127.0.0.1:{ports[0]}/", folder / "log"
    command = ("jupyterhub", "-f", str(written(folder, ports)))
    path = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}  # where teachback is
    with server.running(*command, ready=f"{address}hub/login", log=log, env=path) as process:
        yield House(address, log, process.pid)


@pytest.fixture(scope="session")
def ann(house: House, browser: Browser) -> Page:
    """The first user's browser."""
    return house.enter(browser, USERS[0])


@pytest.fixture(scope="session")
def bo(house: House, browser: Browser) -> Page:
    """The second user's browser."""
    return house.enter(browser, USERS[1])
