"""The site: all pages in their order, each knowing its neighbours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from teachback.content import Topic
from teachback.errors import PageError
from teachback.pages.execute import prepare
from teachback.pages.page import NEVER, Page, template
from teachback.pages.policy import content_security_policy
from teachback.views import DangerSigns, page_script, page_style
from teachback.warm.run import Runner

START = "index.ipynb"


@dataclass(frozen=True)
class Site:
    """The pages below one folder of notebooks, the start page first."""

    topic: Topic
    pages: tuple[Page, ...]

    @cached_property
    def by_address(self) -> dict[str, Page]:
        """The pages by their address."""
        return {page.address: page for page in self.pages}

    def way(self, page: Page) -> tuple[Page, ...]:
        """Return what Back and Next lead through: a course's start page and its numbered pages.

        A page that a reader must ask for is left out: only a choice leads to it.
        """
        start = self._start(page)
        numbered = (one for one in self.pages if one.chapter and not one.opt_in)
        return (start, *(one for one in numbered if self._start(one) is start))

    def _start(self, page: Page) -> Page:
        """Return where a page's course starts: its folder's start page, or the one of the site."""
        folder = page.address.rpartition("/")[0]
        return self.by_address.get(f"{folder}/index.html", self.pages[0])

    def html(self, page: Page, root: str, kernel: str = "", offline: str | None = None) -> str:
        """Return the whole page; `root` leads to the start page, `kernel` to where to ask for one.

        `offline` is for a page that stands as a file: where the script is that keeps the pages for
        the time without a network, or empty for none.

        With an empty `kernel` the page works without Python for good, and so does a page that
        never gets one: neither has a word of script about kernels.
        """
        way = self.way(page)
        kernel = "" if page.kernel == NEVER else kernel
        place = way.index(page) if page in way else None
        script = f"\n{page_script(page.islands, bool(kernel), bool(offline))}"
        return template("page.html.j2").render(
            self._frame(root, page.islands),
            page=page,
            kernel=kernel,
            script=script,
            offline=offline,
            policy="" if offline is None else content_security_policy(script),
            back=way[place - 1] if place else None,
            after=way[place + 1] if place is not None and place + 1 < len(way) else None,
            chapters=max((one.chapter or 0 for one in way), default=0),
        )

    def error_html(self, what: str, do: str, root: str) -> str:
        """Return the page for an error: what happened, what to do, and how to get help."""
        return template("error.html.j2").render(self._frame(root), what=what, do=do)

    def _frame(self, root: str, islands: frozenset[str] = frozenset()) -> dict[str, Any]:
        """Return what every page shows around its own words."""
        danger = DangerSigns(self.topic).html(region=False)
        open_to_all = [one for one in self.pages if not one.opt_in and one.notebook != START]
        beside = [one for one in open_to_all if _stands_beside(one)]
        return {
            "root": root,
            "topic": self.topic,
            "danger": danger,
            "style": page_style(islands),
            "beside": beside,
        }


def _stands_beside(page: Page) -> bool:
    """Return whether every page leads there: what is looked up, and where a course starts."""
    return page.chapter is None and (
        "/" not in page.address or page.address.endswith("/index.html")
    )


def notebooks_below(folder: Path) -> list[Path]:
    """Return the notebooks below `folder`: the start page first, then by path.

    Raises:
        PageError: if there is no start page.
    """
    start = folder / START
    if not start.is_file():
        msg = f"{folder} has no {START}; choose the folder that holds the notebooks"
        raise PageError(msg)
    found = (path for path in folder.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)
    return sorted(found, key=lambda path: (path != start, path.as_posix()))


def prepare_site(folder: Path, topic: Topic, progress: Callable[[str], None]) -> Site:
    """Return the site of all notebooks below `folder`; `progress` hears each page's name.

    Raises:
        PageError: if a notebook cannot be made into a page.
    """
    pages = []
    with Runner() as runner:
        for path in notebooks_below(folder):
            name = path.relative_to(folder).as_posix()
            progress(name)
            pages.append(Page.of(name, prepare(path, topic.deployment, runner), topic))
    return Site(topic, tuple(pages))
