"""Security headers, on every response whatever made it."""

from __future__ import annotations

from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.web import OutputTransform

# 'unsafe-inline': the page's own script and style are in the page, one request for all of it.
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' blob:; "
    "style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Server": "teachback",
}
# Browsers heed it over TLS only, but for their own machine's address: there it would cost a first
# page a quarter of its time, because the browser changes to another process.
OVER_TLS = {"Cross-Origin-Opener-Policy": "same-origin"}


class SecurityHeaders(OutputTransform):
    """Sets the headers as the response leaves, so that no handler can forget them."""

    def __init__(self, request: HTTPServerRequest) -> None:
        """Only whether a proxy speaks TLS matters."""
        self._headers = HEADERS | (OVER_TLS if request.protocol == "https" else {})

    def transform_first_chunk(
        self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
    ) -> tuple[int, HTTPHeaders, bytes]:
        """Put the headers on the response."""
        for name, value in self._headers.items():
            headers[name] = value
        return super().transform_first_chunk(status_code, headers, chunk, finishing)
