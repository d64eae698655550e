"""How the server is doing: for a balancer in one word, for Prometheus in numbers."""

from __future__ import annotations

from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from tornado.web import Application, RequestHandler

from teachback.dashboard.kernels import Kernels

HERE = "127.0.0.1"


class Metrics:
    """Counts by page and kind of error, and the state of the kernels; nothing about a visitor."""

    def __init__(self, kernels: Kernels) -> None:
        self.registry = CollectorRegistry()
        self._seen = Counter(
            "teachback_seen",
            "Pages sent, kernels given.",
            ["event", "page"],
            registry=self.registry,
        )
        self._errors = Counter(
            "teachback_errors", "Answers that say no.", ["status"], registry=self.registry
        )
        self._seconds = Histogram(
            "teachback_seconds", "How long an answer took.", ["event"], registry=self.registry
        )
        for name, what, number in (
            ("running", "Kernels that run, spare ones included.", kernels.__len__),
            ("most", "How many may run.", lambda: kernels.most),
            ("spare", "Kernels that wait for a visitor.", kernels.count_spare),
            ("lines", "Open lines to kernels.", kernels.count_lines),
        ):
            gauge = Gauge(f"teachback_kernels_{name}", what, registry=self.registry)
            gauge.set_function(number)

    def count(self, handler: RequestHandler, status: int, seen: dict[str, str] | None) -> None:
        """Count one answer."""
        if status >= 400:  # noqa: PLR2004  where errors begin
            self._errors.labels(str(status)).inc()
        elif seen:
            self._seen.labels(seen["event"], seen["page"]).inc()
            self._seconds.labels(seen["event"]).observe(handler.request.request_time())

    def listen(self, port: int) -> None:
        """Tell the numbers to whoever asks on this machine."""
        Application([(r"/metrics", MetricsHandler, {"registry": self.registry})]).listen(port, HERE)


class MetricsHandler(RequestHandler):
    """Answers with the numbers as text."""

    def initialize(self, registry: CollectorRegistry) -> None:
        """Take where the numbers are."""
        self.registry = registry

    def get(self) -> None:
        """Send them."""
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.finish(generate_latest(self.registry))

    def log_exception(self, *_: Any) -> None:
        """Keep silent: only this machine can ask."""


class HealthHandler(RequestHandler):
    """Says that the server answers; it starts nothing and logs nothing."""

    def get(self) -> None:
        """Say so."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish("ok\n")
