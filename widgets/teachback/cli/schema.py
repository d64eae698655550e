"""teachback schema"""

from __future__ import annotations

import json

from teachback.content import schemas


def schema() -> None:
    """Print the JSON Schema of every kind of content file."""
    print(json.dumps(schemas(), indent=2, ensure_ascii=False))
