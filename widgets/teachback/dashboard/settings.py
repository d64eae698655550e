"""The settings of Voila and Jupyter Server that no visitor can change."""

from __future__ import annotations

from importlib.resources import files

from traitlets.config import Config

from teachback.dashboard.kernels import Kernels

TEMPLATES = files("teachback.dashboard").joinpath("templates")
IDLE_SECONDS = 3600  # a kernel nobody uses ends after an hour; the page goes on without it


def configuration(kernels: int) -> Config:
    """Return the settings; `kernels` is how many may run."""
    config = Config()
    config.TemplateExporter.extra_template_basedirs = [str(TEMPLATES)]
    config.VoilaConfiguration = _voila()
    config.VoilaExecutor = Config(
        timeout=60, cell_error_instruction="Please tell the people who run this page."
    )
    config.Kernels.most = kernels
    config.KernelManager.transport = "ipc"  # kernels that start together race for TCP ports
    config.KernelRestarter.restart_limit = 0  # a new one would know nothing of the page's widgets
    config.MappingKernelManager = Config(
        cull_idle_timeout=IDLE_SECONDS, cull_interval=60, cull_connected=True
    )
    return config


def _voila() -> Config:
    return Config(
        multi_kernel_manager_class=Kernels,
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
