"""The server: Voila with our pages in place of its own."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
from pathlib import Path
from typing import Any

from jupyter_server.auth.identity import IdentityProvider
from jupyter_server.services.kernels.handlers import KernelHandler
from jupyter_server.utils import url_path_join
from tornado.ioloop import IOLoop
from tornado.web import GZipContentEncoding
from traitlets import Instance, Integer, default
from voila.app import Voila
from voila.paths import collect_static_paths, collect_template_paths
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from teachback import __version__
from teachback.dashboard.assets import AssetHandler, Assets
from teachback.dashboard.connection import Connection
from teachback.dashboard.handlers import (
    KernelPartHandler,
    LookHandler,
    NotFoundHandler,
    PageHandler,
)
from teachback.dashboard.headers import SecurityHeaders
from teachback.dashboard.line import BYTES_PER_MESSAGE, LineHandler
from teachback.dashboard.log import log_request
from teachback.dashboard.memory import keep_what_is_here
from teachback.dashboard.metrics import HealthHandler, Metrics
from teachback.dashboard.renderer import KEPT, Kept
from teachback.dashboard.settings import TEMPLATES
from teachback.pages import ALWAYS, Site
from teachback.warm.process import WarmProcess
from teachback.warm.provisioner import use_forks

# Of Voila's own handlers a visitor needs these two, in our words; the tree, the contents listing,
# the notebook files and the page that starts a kernel on every GET stay out.
OPEN_TO_VISITORS = {KernelHandler: LookHandler, VoilaKernelWebsocketHandler: LineHandler}

BYTES_OF_REQUEST = 16_384  # no page sends us more than its cookie
SECONDS_TO_ASK = 20  # for a whole request to arrive
SECONDS_OF_SILENCE = 75  # on a connection between two requests
MS_BETWEEN_PINGS, MS_TO_PONG = 10_000, 20_000  # whoever left without a word is missed by then


class Dashboard(Voila):
    """Voila for one site: it serves our pages and starts kernels only when a page asks."""

    site = Instance(Site, help="The pages to serve, prepared.")
    _assets = Instance(Assets)
    warm = Instance(WarmProcess, allow_none=True, help="What kernels are forked from, if anything.")

    doorkeeper = Instance(IdentityProvider, help="Who lets people in.")
    metrics_port = Integer(0, help="Where, on this machine alone, to tell the metrics; 0: nowhere.")

    def setup_template_dirs(self) -> None:
        """Use the template of this package and the static files of Voila's base template."""
        self.template_paths = [str(TEMPLATES.joinpath("teachback"))]
        self.template_paths += collect_template_paths(["voila", "nbconvert"], "base", prune=True)
        self.static_paths = collect_static_paths(["voila", "nbconvert"], "base")

    def init_settings(self) -> dict[str, Any]:
        """Return Voila's settings with ours on top."""
        settings = super().init_settings()
        if self.warm:
            use_forks()
        self._metrics = Metrics(self.kernel_manager)
        return {
            **settings,
            "teachback_site": self.site,
            "teachback_html": self._rendered(),
            "teachback_assets": self._assets,
            KEPT: Kept(),
            "teachback_release": self._release(),
            "teachback_metrics": self._metrics,
            "identity_provider": self.doorkeeper,
            "transforms": [GZipContentEncoding, SecurityHeaders],
            "default_handler_class": NotFoundHandler,
            "log_function": log_request,
            "xsrf_cookie_kwargs": {
                "samesite": "Strict",
                "expires_days": None,
            },  # not past the session
            "kernel_websocket_connection_class": Connection,
            "websocket_max_message_size": BYTES_PER_MESSAGE,
            "websocket_compression_options": {"compression_level": 6, "mem_level": 5},
            "ws_ping_interval": MS_BETWEEN_PINGS,
            "ws_ping_timeout": MS_TO_PONG,
        }

    def init_handlers(self) -> list[Any]:
        """Return what of Voila's handlers visitors may reach, and our pages."""
        kept = [
            (address, OPEN_TO_VISITORS[handler], *more)
            for address, handler, *more in super().init_handlers()
            if handler in OPEN_TO_VISITORS
        ]
        doors = self.doorkeeper.get_handlers()
        voila = {
            "template_paths": self.template_paths,
            "config": self.config,
            "voila_configuration": self.voila_configuration,
        }
        return [
            *kept,
            *((url_path_join(self.server_url, address), *more) for address, *more in doors),
            (rf"{self.server_url}healthz", HealthHandler),
            (rf"{self.server_url}assets/([0-9a-f]+)/(.*)", AssetHandler, {"assets": self._assets}),
            (rf"{self.server_url}kernel/(.*)", KernelPartHandler, voila),
            (rf"{self.server_url}((?:[a-z0-9_]+/)*[a-z0-9_]+\.html)?", PageHandler),
        ]

    @default("_assets")
    def _find_assets(self) -> Assets:
        return Assets({"voila": self.static_paths, "labextensions": self.labextensions_path})

    def _release(self) -> str:
        """Return what tells one release of the pages and the program from another."""
        digest = hashlib.sha256(__version__.encode() + self._assets.stamp.encode())
        for page in self.site.pages:
            digest.update("".join((page.address, page.title, *page.parts)).encode())
        return digest.hexdigest()[:12]

    def _rendered(self) -> dict[str, bytes]:
        """Return every page, rendered and packed once: it is the same for everybody."""
        root = self.server_url or self.base_url
        pages = {
            page.address: self.site.html(page, root, f"{root}kernel/{page.address}")
            for page in self.site.pages
        }
        return {address: gzip.compress(html.encode(), 9) for address, html in pages.items()}

    def listen(self) -> None:
        """Listen, say so once requests are answered, and serve until told to stop."""
        self.app.listen(
            self.port,
            self.ip,
            max_body_size=BYTES_OF_REQUEST,
            max_buffer_size=4 * BYTES_PER_MESSAGE,  # the next message may come with the longest
            body_timeout=SECONDS_TO_ASK,
            idle_connection_timeout=SECONDS_OF_SILENCE,
            xheaders=True,  # so that cookies know whether a proxy speaks TLS
        )
        if self.metrics_port:
            self._metrics.listen(self.metrics_port)
        self.ioloop = IOLoop.current()
        self.ioloop.add_callback(self.begin)
        try:
            self.ioloop.start()
        except KeyboardInterrupt:
            pass
        finally:
            self.stop()

    async def begin(self) -> None:
        """Start what runs beside the server, and tell that it is there."""
        keep_what_is_here()
        if self.warm:
            self._keeping = asyncio.create_task(self.warm.keep())
        self.announce()
        if self.open_browser:
            self.launch_browser()
        for folder in {
            Path(one.notebook).parent for one in self.site.pages if one.kernel == ALWAYS
        }:
            self.kernel_manager.keep_ready("python3", folder.as_posix().removeprefix("."))

    def stop(self) -> None:
        """End all kernels, and the warm process."""
        super().stop()
        if self.warm:
            self._keeping.cancel()
            self.warm.stop()

    def announce(self) -> None:
        """Print the line that other programs wait for (contracts)."""
        print(f"teachback ready: http://127.0.0.1:{self.port}{self.base_url}", flush=True)
