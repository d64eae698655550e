"""From a YAML file to a model: every mistake at once, each with file, line and what to do."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from teachback.content.yaml_file import Where, YamlFile

Model = TypeVar("Model", bound=BaseModel)

LONGEST_SHOWN = 50  # characters of a wrong value in a message
_PLACEHOLDER = re.compile(r"\{([a-z_]*)\}")


def read_model(
    path: Path, model: type[Model], words: Mapping[str, str], shown_as: str | None = None
) -> tuple[Model | None, YamlFile]:
    """Return the file's content as `model`, or None with the mistakes in the second value.

    `words` replaces placeholders such as `{emergency_number}` by this deployment's own.
    """
    file = YamlFile(path, shown_as)
    if file.mistakes:
        return None, file
    file.data = _filled(file, file.data, words, ())
    try:
        read = model.model_validate(file.data)
    except ValidationError as error:
        own = (one for one in error.errors() if not _follows_from_another(one))
        file.mistakes += [file.mistake(one["loc"], _message(one)) for one in own]
        return None, file
    return (None if file.mistakes else read), file


def _filled(file: YamlFile, value: Any, words: Mapping[str, str], where: Where) -> Any:
    if isinstance(value, dict):
        return {key: _filled(file, one, words, (*where, key)) for key, one in value.items()}
    if isinstance(value, list):
        return [_filled(file, one, words, (*where, n)) for n, one in enumerate(value)]
    if not isinstance(value, str):
        return value
    for name in _PLACEHOLDER.findall(value):
        if name not in words:
            known = ", ".join(f"{{{word}}}" for word in words)
            message = f"unknown placeholder {{{name}}}, expected one of {known}; correct it"
            file.mistakes.append(file.mistake(where, message))
    return _PLACEHOLDER.sub(lambda match: words.get(match[1], match[0]), value)


def _follows_from_another(error: ErrorDetails) -> bool:
    """Return whether a list seems too short only because entries of it are wrong."""
    return error["type"] == "too_short" and len(error["input"]) > 0


def _message(error: ErrorDetails) -> str:
    key = error["loc"][-1] if error["loc"] else "the file"
    found = f"found {_shown(error['input'])}"
    words = {
        "extra_forbidden": f"unknown key '{key}'; correct its spelling or remove it",
        "missing": f"key '{key}' is missing; add it",
        "value_error": f"{error.get('ctx', {}).get('error')}; {found}",
        "string_type": f"{found}, expected text; write words, in quotes if need be",
        "union_tag_invalid": f"found {_tag(error)}, expected {_expected(error)}; use one of these",
        "literal_error": f"{found}, expected {_expected(error)}; use one of these",
        "too_short": f"{found}, expected at least one entry; add it",
        "model_type": f"{found}, expected keys with values; see `teachback schema`",
    }
    plain = f"{found}; {error['msg'][0].lower()}{error['msg'][1:]}"
    return words.get(error["type"], plain)


def _expected(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    return str(context.get("expected") or context.get("expected_tags"))


def _tag(error: ErrorDetails) -> str:
    return repr(error.get("ctx", {}).get("tag"))


def _shown(value: object) -> str:
    if isinstance(value, (dict, list)):
        return "a mapping" if isinstance(value, dict) else "a list"
    return textwrap.shorten(repr(value), width=LONGEST_SHOWN, placeholder="...")
