"""The JSON Schema of every content file, for editors that complete and check while one types."""

from __future__ import annotations

from typing import Any

from teachback.content.files import FOLDERS, SINGLE_FILES


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of each kind of file, by file name or folder name."""
    return {kind: model.model_json_schema() for kind, model in (SINGLE_FILES | FOLDERS).items()}
