"""Find a Chromium for the browser tests, or install one: `python tests/browser/chromium.py`.

Looked for in this order: one on the PATH; Playwright's own; Debian's package when root.
"""

import os
import shutil
import signal
import subprocess
import sys
from functools import cache
from subprocess import DEVNULL, PIPE

ON_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as p: print(p.chromium.executable_path)"
)
NO_CHROMIUM = (
    "No Chromium was found and none could be installed: as root, run"
    " `apt-get install chromium fonts-dejavu-core`, then try again."
)
NO_DRIVER = "Playwright does not start: as root, run `apt-get install libatomic1`, then try again."


def find() -> str | None:
    """Return the path of a Chromium that starts, or None."""
    for name in ON_PATH:
        if _starts(path := shutil.which(name)):
            return path
    return path if _starts(path := _playwrights_own()) else None


@cache
def find_or_install() -> str:
    """Return the path of a Chromium that starts and that Playwright can drive.

    Raises LookupError, with what to do, when there is none to be had.
    """
    if not _playwrights_own():  # its driver needs a library that a bare Debian lacks
        _install_debians("libatomic1")
        if not _playwrights_own():
            raise LookupError(NO_DRIVER)
    if not find():
        _install_playwrights_own()
    if not find():  # without a font a page is empty boxes
        _install_debians("chromium", "fonts-dejavu-core")
    if path := find():
        return path
    raise LookupError(NO_CHROMIUM)


def _starts(path: str | None) -> bool:
    """Tell whether it runs: a downloaded one may lack the system's libraries."""
    return bool(path) and _output([path, "--version"], seconds=30) is not None


def _playwrights_own() -> str | None:
    """Return where Playwright would keep its own Chromium, or None if Playwright does not start."""
    # In a process of its own: Playwright refuses a second instance in one thread.
    return _output([sys.executable, "-c", ASK_PLAYWRIGHT], seconds=30)


def _install_playwrights_own() -> None:
    _say("No Chromium on the PATH; trying Playwright's own (a minute at most).")
    _output([sys.executable, "-m", "playwright", "install", "chromium"], seconds=60)


def _install_debians(*packages: str) -> None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    _say(f"Installing Debian's {' and '.join(packages)}.")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages]
    _output(["apt-get", "-qq", "update"], seconds=300, env=quiet)
    _output(install, seconds=600, env=quiet)


def _output(command: list[str], *, seconds: int, env: dict[str, str] | None = None) -> str | None:
    """Return what the command printed, or None when it failed or took too long."""
    try:
        process = subprocess.Popen(
            command, env=env, stdout=PIPE, stderr=DEVNULL, text=True, start_new_session=True
        )
    except OSError:
        return None
    try:
        printed, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)  # and the programs it started
        process.communicate()
        return None
    return printed.strip() if process.returncode == 0 else None


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)


if __name__ == "__main__":
    try:
        print(find_or_install())
    except LookupError as problem:
        sys.exit(str(problem))
