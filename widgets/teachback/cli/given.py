"""What several commands are given: JSON from a file or from standard input."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any


def read_json(file: str) -> Any:
    """Return the JSON value of a file, or of standard input if `file` is `-`.

    Raises:
        ValueError: if there is no such file, or it is not JSON in UTF-8.
    """
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return json.loads(data.decode("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        msg = f"the input is not JSON that can be read: {error}"
        raise ValueError(msg) from error
