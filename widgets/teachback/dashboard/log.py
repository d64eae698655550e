"""What the server writes down about a request: what failed, never who asked or what was said."""

from __future__ import annotations

import logging
from http import HTTPStatus

from tornado.web import RequestHandler

LOG = logging.getLogger("teachback")


def keep_log() -> None:
    """Send our own lines to standard error, and silence those that tell a visitor's address."""
    LOG.addHandler(logging.StreamHandler())
    # Its warnings repeat each refused request with query and address; ours say the same without.
    logging.getLogger("tornado.general").setLevel(logging.ERROR)


def log_request(handler: RequestHandler) -> None:
    """Note an error by its status and the kind of address, without the address itself.

    An address may hold a query or a kernel's id, which opens that kernel to whoever reads it.
    """
    status = handler.get_status()
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        LOG.error("%s %s %s", status, handler.request.method, type(handler).__name__)
    elif status >= HTTPStatus.BAD_REQUEST:
        LOG.warning("%s %s %s", status, handler.request.method, type(handler).__name__)
