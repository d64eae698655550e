"""The server: Voila with our pages in place of its own."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from jupyter_server.base.handlers import FileFindHandler
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.ioloop import IOLoop
from tornado.web import GZipContentEncoding
from traitlets import Instance
from traitlets.config import Config
from voila.app import Voila
from voila.paths import collect_static_paths, collect_template_paths
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import MultiStaticFileHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from teachback.dashboard.handlers import KernelPartHandler, NotFoundHandler, PageHandler
from teachback.dashboard.headers import SecurityHeaders
from teachback.dashboard.log import log_request
from teachback.dashboard.visitors import Visitors
from teachback.pages import Site

TEMPLATES = files("teachback.dashboard").joinpath("templates")

# Of Voila's own handlers a visitor needs these; the tree, the contents listing, the notebook
# files and the page that starts a kernel on every GET stay out.
OPEN_TO_VISITORS = (
    KernelHandler,
    VoilaKernelWebsocketHandler,
    VoilaShutdownKernelHandler,
    MultiStaticFileHandler,
    FileFindHandler,
)

IDLE_SECONDS = 3600  # a kernel nobody uses ends after an hour; the page goes on without it


def configuration() -> Config:
    """Return the settings of Voila and Jupyter Server that no visitor can change."""
    config = Config()
    config.TemplateExporter.extra_template_basedirs = [str(TEMPLATES)]
    config.VoilaConfiguration = Config(
        template="teachback",
        allow_template_override="NO",
        allow_theme_override="NO",
        attempt_fix_notebook=True,
        show_tracebacks=False,
        strip_sources=True,
        # The page draws widgets; nothing else of JupyterLab is needed in front of a visitor.
        extension_allowlist=[
            "@jupyter-widgets/jupyterlab-manager",
            "@voila-dashboards/widgets-manager8",
            "anywidget",
        ],
    )
    config.VoilaExecutor = Config(
        timeout=60, cell_error_instruction="Please tell the people who run this page."
    )
    config.KernelManager.transport = "ipc"  # kernels that start together race for TCP ports
    config.MappingKernelManager = Config(cull_idle_timeout=IDLE_SECONDS, cull_interval=60)
    return config


class Dashboard(Voila):
    """Voila for one site: it serves our pages and starts kernels only when a page asks."""

    site = Instance(Site, help="The pages to serve, prepared.")

    def setup_template_dirs(self) -> None:
        """Use the template of this package and the static files of Voila's base template."""
        self.template_paths = [str(TEMPLATES.joinpath("teachback"))]
        self.template_paths += collect_template_paths(["voila", "nbconvert"], "base", prune=True)
        self.static_paths = collect_static_paths(["voila", "nbconvert"], "base")

    def init_settings(self) -> dict[str, Any]:
        """Return Voila's settings with ours on top."""
        settings = super().init_settings()
        visitors = Visitors(parent=self, log=self.log)
        return {
            **settings,
            "teachback_site": self.site,
            "teachback_html": self._rendered(),
            "identity_provider": visitors,
            "transforms": [GZipContentEncoding, SecurityHeaders],
            "default_handler_class": NotFoundHandler,
            "log_function": log_request,
            "xsrf_cookie_kwargs": {"samesite": "Strict"},
        }

    def init_handlers(self) -> list[Any]:
        """Return what of Voila's handlers visitors may reach, and our pages."""
        kept = [entry for entry in super().init_handlers() if entry[1] in OPEN_TO_VISITORS]
        voila = {
            "template_paths": self.template_paths,
            "config": self.config,
            "voila_configuration": self.voila_configuration,
        }
        return [
            *kept,
            (rf"{self.server_url}kernel/(.*)", KernelPartHandler, voila),
            (rf"{self.server_url}((?:[a-z0-9_]+/)*[a-z0-9_]+\.html)?", PageHandler),
        ]

    def _rendered(self) -> dict[str, str]:
        """Return every page, rendered once: it is the same for everybody."""
        root = self.server_url or self.base_url
        return {
            page.address: self.site.html(page, root, f"{root}kernel/{page.address}")
            for page in self.site.pages
        }

    def listen(self) -> None:
        """Listen, and say so once requests are answered."""
        IOLoop.current().add_callback(self.announce)
        super().listen()

    def announce(self) -> None:
        """Print the line that other programs wait for (contracts)."""
        print(f"teachback ready: http://127.0.0.1:{self.port}{self.base_url}", flush=True)
