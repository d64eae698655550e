"""A certificate as a nurse holds it: printed to PDF, read back, and checked by its code."""

from __future__ import annotations

import io
import subprocess
import sys

from playwright.sync_api import Page
from pypdf import PdfReader


def printed(page: Page) -> str:
    """Print the certificate by its button on either size of paper, and return its words."""
    page.evaluate("window.print = () => {}")
    for size in ("Letter", "A4"):
        page.keyboard.press("Enter")
        sheets = PdfReader(io.BytesIO(page.pdf(format=size))).pages
        assert len(sheets) == 1, size
    return " ".join(sheets[0].extract_text().split())


def code_on(paper: str) -> str:
    """Return the code that a printed certificate bears."""
    return paper.split("check this paper with:")[1].split("Education only", maxsplit=1)[0].strip()


def checked(code: str) -> subprocess.CompletedProcess[str]:
    """Return what `teachback verify` says of a code."""
    command = [sys.executable, "-m", "teachback", "verify", code]
    return subprocess.run(command, capture_output=True, text=True, check=False)
