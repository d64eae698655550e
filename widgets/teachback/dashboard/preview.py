"""A preview of one file: its questions as a page, drawn again as the file is saved."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import webbrowser
from pathlib import Path
from typing import Any

from tornado.web import Application, RequestHandler

from teachback.content import Topic, load_quiz
from teachback.dashboard.headers import SecurityHeaders
from teachback.dashboard.serve import check_port
from teachback.errors import ContentError
from teachback.pages.single import mistakes_page, quiz_page

SECONDS_BETWEEN_LOOKS = 0.2
LONGEST_WAIT = 25.0  # seconds; then the page asks again
RELOAD = """<script>
(async () => {
  let now = %r;
  for (;;) {
    try {
      const next = await (await fetch(`changed?since=${now}`)).text();
      if (next !== now) location.reload();
    } catch {
      await new Promise((again) => setTimeout(again, 1000));
    }
  }
})();
</script>"""


def stamp(file: Path) -> str:
    """Return what changes whenever the file is saved."""
    try:
        about = file.stat()
    except FileNotFoundError:  # an editor is just replacing it
        return "gone"
    return f"{about.st_mtime_ns}-{about.st_size}"


class _PageHandler(RequestHandler):
    def initialize(self, file: Path, topic: Topic) -> None:
        self.file, self.topic = file, topic

    def get(self) -> None:
        """Answer with the questions, or with every mistake of the file."""
        now = stamp(self.file)
        try:
            page = quiz_page(load_quiz(self.file, self.topic), self.topic)
        except ContentError as error:
            page = mistakes_page(str(self.file), [str(one) for one in error.mistakes], self.topic)
        except FileNotFoundError:
            page = mistakes_page(str(self.file), ["the file is not there"], self.topic)
        self.set_header("Cache-Control", "no-store")
        self.write(page.replace("</body>", f"{RELOAD % now}</body>"))


class _ChangedHandler(RequestHandler):
    def initialize(self, file: Path) -> None:
        self.file = file

    async def get(self) -> None:
        """Answer as soon as the file is another than the page shows."""
        since = self.get_query_argument("since", "")
        for _ in range(int(LONGEST_WAIT / SECONDS_BETWEEN_LOOKS)):
            if stamp(self.file) not in {since, "gone"}:
                break
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
        self.set_header("Cache-Control", "no-store")
        self.write(stamp(self.file))


def preview(file: Path, topic: Topic, port: int, open_browser: bool) -> None:
    """Serve the preview of a file until told to stop.

    Raises:
        ServeError: if the port is taken.
    """
    check_port(port)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(file, topic, port, open_browser))


async def _serve(file: Path, topic: Topic, port: int, open_browser: bool) -> None:
    routes: list[Any] = [
        (r"/", _PageHandler, {"file": file, "topic": topic}),
        (r"/changed", _ChangedHandler, {"file": file}),
    ]
    app = Application(routes, transforms=[SecurityHeaders])
    app.listen(port, address="127.0.0.1")
    address = f"http://127.0.0.1:{port}/"
    print(f"teachback preview ready: {address}", flush=True)
    if open_browser:
        webbrowser.open(address)
    stopped = asyncio.Event()
    for one in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(one, stopped.set)
    await stopped.wait()
