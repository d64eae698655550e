"""What a visitor can reach: pages, and a kernel for a page."""

from __future__ import annotations

from typing import Any, cast

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado import web
from voila.utils import get_page_config

from teachback.dashboard.assets import send_packed
from teachback.dashboard.kernels import FullError, Kernels
from teachback.dashboard.renderer import Renderer
from teachback.pages import NEVER, Page, Site

NEVER_STORED = "no-store"
FULL = 503
ERRORS = {
    404: ("This page is not here.", "The address may be old."),
    403: ("This is not open to visitors.", "Nothing is broken."),
    FULL: ("Many people are here now.", "You can read and answer. Try again a little later."),
}
SECONDS_UNTIL_NEXT_TRY = 20
OTHER_ERROR = ("Something went wrong on our side.", "Try again a little later.")


class SiteHandler(JupyterHandler):
    """What our handlers share: the site, and errors in plain words."""

    event = "page"

    @property
    def site(self) -> Site:
        """The pages that are served."""
        return self.settings["teachback_site"]

    def page(self, address: str) -> Page:
        """Return the page at this address.

        Raises:
            HTTPError: 404 if there is none.
        """
        page = self.site.by_address.get(address or "index.html")
        if page is None:
            raise web.HTTPError(404)
        self.seen = {
            "event": self.event,
            "page": page.notebook.removesuffix(".ipynb"),
            "locale": self.site.topic.about.language,
        }
        return page

    def set_cookie(self, name: str, value: str | bytes, *domain: Any, **more: Any) -> None:
        """Give a cookie, one that stays within TLS if the page came through TLS."""
        super().set_cookie(
            name, value, *domain, **{"secure": self.request.protocol == "https", **more}
        )

    def write_error(self, status_code: int, **more: Any) -> None:
        """Say what happened in plain words; a traceback goes to the log alone."""
        error = more.get("exc_info", (web.HTTPError,))[0]
        if not issubclass(error, web.HTTPError):
            self.failed = error.__name__
        self.set_header("Content-Type", "text/html; charset=utf-8")
        if status_code == FULL:
            self.set_header("Retry-After", SECONDS_UNTIL_NEXT_TRY)
        what, do = ERRORS.get(status_code, OTHER_ERROR)
        self.finish(self.site.error_html(what, do, self.base_url))


class PageHandler(SiteHandler):
    """Answers with a page: at once, the same for everybody, and without starting a kernel."""

    def get(self, address: str) -> None:
        """Send the page."""
        page = self.page(address)
        if page.kernel != NEVER:
            _ = self.xsrf_token  # sets the cookie that lets the page ask for a kernel
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", NEVER_STORED)
        send_packed(self, self.settings["teachback_html"][page.address])

    def compute_etag(self) -> None:
        """Give none: a page is never stored, so nobody asks whether it has changed."""

    def head(self, address: str) -> None:
        """Answer as GET does; tornado leaves the body out."""
        self.get(address)


class KernelPartHandler(SiteHandler):
    """Starts a kernel for a page and answers with what Voila's front end needs to join it."""

    event = "kernel"

    def initialize(self, **voila: Any) -> None:
        """Take what Voila's own page handler would have got."""
        self.voila = voila

    async def post(self, address: str) -> None:
        """Run the page's notebook in a kernel of its own and send the kernel's part.

        Raises:
            HTTPError: 404 for a page that never gets a kernel; 500 if it fails.
        """
        page = self.page(address)
        if page.kernel == NEVER:
            raise web.HTTPError(404)
        renderer = await self._renderer(page)
        kernels = cast("Kernels", self.kernel_manager)
        try:
            kernel_id = await kernels.hand_out(
                renderer.notebook.metadata.kernelspec.name, renderer.cwd
            )
        except FullError as error:
            raise web.HTTPError(FULL) from error
        try:
            part = await renderer.generate_content_str(kernel_id, kernels.get_kernel(kernel_id))
        except Exception as error:
            await kernels.shutdown_kernel(kernel_id, now=True)
            raise web.HTTPError(500, "the page's kernel failed") from error
        kernels.expect_visitor(kernel_id)
        self.set_header("Cache-Control", NEVER_STORED)
        self.finish(part)

    async def _renderer(self, page: Page) -> Renderer:
        configuration = self.voila["voila_configuration"]
        page_config = get_page_config(
            base_url=self.base_url,
            settings=self.settings,
            log=self.log,
            voila_configuration=configuration,
        )
        assets = f"{self.base_url}assets/{self.settings['teachback_assets'].stamp}"
        page_config["fullStaticUrl"] = f"{assets}/voila"
        page_config["fullLabextensionsUrl"] = f"{assets}/labextensions"
        page_config["idleSeconds"] = self.kernel_manager.cull_idle_timeout
        renderer = Renderer(
            request_handler=self,
            voila_configuration=configuration,
            traitlet_config=self.voila["config"],
            notebook_path=page.notebook,
            template_paths=self.voila["template_paths"],
            config_manager=self.config_manager,
            contents_manager=self.contents_manager,
            base_url=self.base_url,
            kernel_spec_manager=self.kernel_spec_manager,
            page_config=page_config,
        )
        await renderer.initialize()
        return renderer


class LookHandler(KernelHandler):
    """Tells a page about the kernel whose id it knows; ending one is not a visitor's business."""

    SUPPORTED_METHODS = ("GET",)


class NotFoundHandler(SiteHandler):
    """Answers every address that leads nowhere."""

    async def prepare(self, **_: Any) -> None:
        """Say that there is nothing here."""
        raise web.HTTPError(404)
