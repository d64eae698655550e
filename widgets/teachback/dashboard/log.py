"""What the server writes down: one line of JSON for each page seen and each thing that failed.

A line may hold the page's id, its language, the class of an error, how long it took in steps, and
the release; never who asked, what was said, an address or a kernel's id (standards 5.2).
"""

from __future__ import annotations

import json
import logging
import traceback
from http import HTTPStatus

from tornado.web import RequestHandler

LOG = logging.getLogger("teachback")
STEPS = (0.01, 0.1, 1, 10)  # seconds


class JsonFormatter(logging.Formatter):
    """Writes what any library reports as a line of JSON: its place in the program, not its words.

    The words may repeat what a visitor sent, an address or the id of a kernel.

    >>> told = logging.LogRecord("x", logging.WARNING, "web.py", 7, "GET /a?b=c", (), None)
    >>> JsonFormatter().format(told)
    '{"event": "warning", "by": "web.py:7"}'
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; our own records are such lines already."""
        if record.name == LOG.name:
            return record.getMessage()
        line = {"event": record.levelname.lower(), "by": f"{record.filename}:{record.lineno}"}
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["traceback"] = "".join(traceback.format_tb(record.exc_info[2]))
        return json.dumps(line)


def keep_log(library: logging.Logger) -> None:
    """Send our own lines, and those of Voila, to standard error."""
    ours, theirs = logging.StreamHandler(), logging.StreamHandler()
    theirs.setLevel(logging.WARNING)
    for handler in (ours, theirs):
        handler.setFormatter(JsonFormatter())
    LOG.setLevel(logging.INFO)
    LOG.handlers, LOG.propagate = [ours], False
    library.handlers = logging.getLogger().handlers = [theirs]  # the root hears all the others
    library.addFilter(lambda record: not record.getMessage().endswith("is not trusted"))
    # Its warnings repeat each refused request with query and address; ours say the same without.
    logging.getLogger("tornado.general").setLevel(logging.ERROR)


def took(seconds: float) -> str:
    """Return how long something took, in steps that tell nobody apart.

    >>> took(0.004), took(3.2), took(12)
    ('under 0.01 s', 'under 10 s', 'over 10 s')
    """
    return next((f"under {step} s" for step in STEPS if seconds < step), f"over {STEPS[-1]} s")


def log_request(handler: RequestHandler) -> None:
    """Note a page that was seen, a kernel that was given, or what failed; nothing else."""
    status = handler.get_status()
    seen = getattr(handler, "seen", None)
    handler.settings["teachback_metrics"].count(handler, status, seen)
    line = {"took": took(handler.request.request_time()), "release": _release(handler)}
    if status >= HTTPStatus.BAD_REQUEST:
        failed = getattr(handler, "failed", None)
        error = failed or HTTPStatus(status).phrase
        about = {"event": "error", "status": status, "error": error, "by": type(handler).__name__}
        level = logging.ERROR if status >= HTTPStatus.INTERNAL_SERVER_ERROR else logging.WARNING
        LOG.log(level, json.dumps(about | line))
    elif seen:
        LOG.info(json.dumps(seen | line))


def _release(handler: RequestHandler) -> str:
    return str(handler.settings["teachback_release"])
