"""What a visitor can reach: pages, and a kernel for a page."""

from __future__ import annotations

import os
from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server.base.handlers import JupyterHandler
from tornado import web
from voila.notebook_renderer import NotebookRenderer
from voila.utils import get_page_config

from teachback.pages import NEVER, Page, Site

NEVER_STORED = "no-store"
ERRORS = {
    404: ("This page is not here.", "The address may be old."),
    403: ("This is not open to visitors.", "Nothing is broken."),
}
OTHER_ERROR = ("Something went wrong on our side.", "Try again a little later.")


class SiteHandler(JupyterHandler):
    """What our handlers share: the site, and errors in plain words."""

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
        return page

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say what happened in plain words; a traceback goes to the log alone."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
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
        self.finish(self.settings["teachback_html"][page.address])

    def head(self, address: str) -> None:
        """Answer as GET does; tornado leaves the body out."""
        self.get(address)


class KernelPartHandler(SiteHandler):
    """Starts a kernel for a page and answers with what Voila's front end needs to join it."""

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
        kernel_id: str = await ensure_async(
            self.kernel_manager.start_kernel(
                kernel_name=renderer.notebook.metadata.kernelspec.name,
                path=renderer.cwd,
                env=dict(os.environ),
            )
        )
        try:
            part = await renderer.generate_content_str(
                kernel_id, self.kernel_manager.get_kernel(kernel_id)
            )
        except Exception as error:
            await ensure_async(self.kernel_manager.shutdown_kernel(kernel_id, now=True))
            raise web.HTTPError(500, "the page's kernel failed") from error
        self.set_header("Cache-Control", NEVER_STORED)
        self.finish(part)

    async def _renderer(self, page: Page) -> NotebookRenderer:
        configuration = self.voila["voila_configuration"]
        page_config = get_page_config(
            base_url=self.base_url,
            settings=self.settings,
            log=self.log,
            voila_configuration=configuration,
        )
        renderer = NotebookRenderer(
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


class NotFoundHandler(SiteHandler):
    """Answers every address that leads nowhere."""

    async def prepare(self, **_: Any) -> None:
        """Say that there is nothing here."""
        raise web.HTTPError(404)
