"""The static site: every page that needs no kernel, as files that any web server can hand out."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from teachback.errors import BuildError
from teachback.pages.page import ALWAYS, Page
from teachback.pages.site import Site
from teachback.views import service_worker

WORKER = "service-worker.js"
MARK = ".teachback-site"
"""Says that we made this folder, so that we may replace what is in it."""
NEEDS_SERVER = (
    "This page needs the course's server: its key stays there. Ask the people who run the course."
)


def build(site: Site, folder: Path, progress: Callable[[str], None]) -> tuple[str, ...]:
    """Write the site into `folder`, each file also compressed; return the pages' addresses.

    The same pages give the same bytes. `progress` hears each page's address.

    Raises:
        BuildError: if the folder holds anything that we did not make.
    """
    _make_ready(folder)
    written = {}
    for page in site.pages:
        progress(page.address)
        written[page.address] = _page(site, page)
    if not site.topic.deployment.shared_device:  # which keeps nothing past the tab
        written[WORKER] = _worker(written)
    for address, text in written.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
    return tuple(address for address in written if address != WORKER)


def _page(site: Site, page: Page) -> str:
    root = "../" * page.address.count("/") or "./"
    if page.kernel == ALWAYS:
        return site.error_html(page.title, NEEDS_SERVER, root)
    shared = site.topic.deployment.shared_device
    return site.html(page, root, offline="" if shared else f"{root}{WORKER}")


def _worker(written: dict[str, str]) -> str:
    """Return the script that keeps the pages for the time without a network."""
    digest = hashlib.sha256()
    for address in sorted(written):
        digest.update(f"{address}\0{written[address]}\0".encode())
    addresses = ["./", *(address for address in written if address != "index.html")]
    return service_worker(digest.hexdigest()[:16], json.dumps(addresses))


def _make_ready(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        msg = f"{folder} is a file; name a folder"
        raise BuildError(msg)
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        msg = f"{folder} holds files that this command did not make; name an empty or a new folder"
        raise BuildError(msg)
    for old in _made(folder):
        old.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text("Made by teachback build; every file here may be replaced.\n")


def _made(folder: Path) -> Iterator[Path]:
    """Yield the files of an earlier build; whatever else lies there stays."""
    for pattern in ("*.html", "*.html.gz", f"{WORKER}*"):
        yield from folder.rglob(pattern)
