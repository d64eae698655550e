"""What every widget of ours shares: a sheet going out, and a narrow, guarded way in."""

from __future__ import annotations

import logging
from typing import Any, ClassVar

import anywidget
import ipywidgets
import traitlets
from ipywidgets.widgets.trait_types import InstanceDict
from ipywidgets.widgets.widget import widget_serialization

from teachback.views.assets import widget_script, widget_style

LOG = logging.getLogger("teachback")
# Without a handler Python prints warnings to the kernel's output, which a visitor's browser gets.
LOG.addHandler(logging.NullHandler())


class Guarded(ipywidgets.Widget):
    """A widget that a browser can only look at; whatever else it sends is refused and noted."""

    def _handle_msg(self, msg: dict[str, Any]) -> None:
        """Take a message from the browser."""
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

    def _receive(self, _state: dict[str, Any]) -> None:
        self._refuse("this cannot be set from a browser")

    def _refuse(self, why: str) -> None:
        LOG.warning("%s refused a message: %s", type(self).__name__, why)


class GuardedLayout(Guarded, ipywidgets.Layout):
    """The layout that comes with every widget, guarded as the widget is."""


class SheetWidget(Guarded, anywidget.AnyWidget):
    """A widget that shows a sheet; of all its traits a browser may write only `accepts`."""

    _esm = widget_script()
    _css = widget_style()
    accepts: ClassVar[tuple[str, ...]] = ()

    sheet = traitlets.Dict(help="What is asked, compiled; plain JSON values.").tag(sync=True)
    layout = InstanceDict(GuardedLayout).tag(sync=True, **widget_serialization)

    def _receive(self, state: dict[str, Any]) -> None:
        for name in sorted(state, key=self._order):
            if name in self.accepts:
                self.take(name, state[name])
            else:
                self._refuse("this cannot be set from a browser")

    def _order(self, name: str) -> int:
        """Return the place of a trait in `accepts`: what comes together is taken in that order."""
        return self.accepts.index(name) if name in self.accepts else -1

    def take(self, name: str, value: object) -> None:
        """Take a value that a browser sent for an accepted trait, after checking it."""
        raise NotImplementedError
