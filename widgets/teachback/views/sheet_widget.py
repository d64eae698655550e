"""What every widget of ours shares: a sheet going out, and a narrow, guarded way in."""

from __future__ import annotations

import logging
from typing import Any, ClassVar

import anywidget
import traitlets

from teachback.views.assets import widget_script, widget_style

LOG = logging.getLogger("teachback")


class SheetWidget(anywidget.AnyWidget):
    """A widget that shows a sheet; of all its traits a browser may write only `accepts`."""

    _esm = widget_script()
    _css = widget_style()
    accepts: ClassVar[frozenset[str]] = frozenset()

    sheet = traitlets.Dict(help="What is asked, compiled; plain JSON values.").tag(sync=True)

    def _handle_msg(self, msg: dict[str, Any]) -> None:
        """Take a message from the browser; whatever is not understood is refused and noted."""
        try:
            data = msg["content"]["data"]
            method = data["method"]
            if method == "request_state":
                self.send_state()
            elif method == "update":
                self._receive(data["state"])
            else:
                self._refuse("this message is not understood")
        except (KeyError, TypeError, AttributeError):
            self._refuse("this message has the wrong shape")

    def _receive(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            if name in self.accepts:
                self.take(name, value)
            else:
                self._refuse("this cannot be set from a browser")

    def take(self, name: str, value: object) -> None:
        """Take a value that a browser sent for an accepted trait, after checking it."""
        raise NotImplementedError

    def _refuse(self, why: str) -> None:
        LOG.warning("%s refused a message: %s", type(self).__name__, why)
