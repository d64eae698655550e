"""Reading one YAML file with the line of every value, so that a mistake can be pointed at."""

from __future__ import annotations

import re
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from teachback.errors import Mistake

LARGEST_FILE = 20_000_000  # bytes; ten thousand questions fit
DEEPEST = 30

Where = tuple[str | int, ...]


_Fastest: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML was built with it: a bank of ten thousand questions is read in seconds."""


class _Loader(_Fastest):  # type: ignore[misc]
    """YAML 1.2's true and false: 'yes' and 'no' are words."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


class YamlFile:
    """The values of one YAML file, the line each stands on, and what is wrong with it."""

    def __init__(self, path: Path, shown_as: str | None = None) -> None:
        self.path = path
        self.name = shown_as or str(path)
        self.lines: dict[Where, int] = {(): 1}
        self.mistakes: list[Mistake] = []
        self._seen: set[int] = set()
        self.data: Any = None
        self.data = self._read()

    def mistake(self, where: Where, message: str) -> Mistake:
        """Return a mistake at the value that `where` leads to, or at the nearest one above it."""
        path: Where = ()
        for part in where:
            if (*path, part) in self.lines:
                path = (*path, part)
        return Mistake(self.name, self.lines[path], self._spoken(where), message)

    def _spoken(self, where: Where) -> str:
        words = ""
        path: Where = ()
        for place, part in enumerate(where, start=1):
            at = (*path, part)
            if at not in self.lines and place < len(where):
                continue  # the name of a variant, which is not in the file
            path = at
            words += f"[{part + 1}]{self._id_at(path)}" if isinstance(part, int) else f".{part}"
        return words.lstrip(".") or "file"

    def _id_at(self, path: Where) -> str:
        value = self.data
        for part in path:
            value = value[part]
        return f" '{value['id']}'" if isinstance(value, dict) and "id" in value else ""

    def _read(self) -> Any:
        size = self.path.stat().st_size
        if size > LARGEST_FILE:
            message = f"has {size} bytes, at most {LARGEST_FILE} are read; split the file"
            self.mistakes.append(Mistake(self.name, 1, "file", message))
            return None
        try:
            loader = _Loader(self.path.read_text(encoding="utf-8"))
            node = loader.get_single_node()
            return None if node is None else self._value(loader, node, ())
        except UnicodeDecodeError:
            message = "is not UTF-8 text; save it as UTF-8"
            self.mistakes.append(Mistake(self.name, 1, "file", message))
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            problem = getattr(error, "problem", None) or str(error)
            message = f"is not valid YAML ({problem}); check the indentation and quotes here"
            self.mistakes.append(Mistake(self.name, mark.line + 1 if mark else 1, "file", message))
        return None

    def _value(self, loader: _Loader, node: yaml.Node, where: Where) -> Any:
        self.lines[where] = node.start_mark.line + 1
        if id(node) in self._seen:
            # A few aliases of aliases make a small file fill the memory.
            mark = node.start_mark
            raise yaml.MarkedYAMLError(problem="aliases are not used here", problem_mark=mark)
        self._seen.add(id(node))
        if len(where) > DEEPEST:
            msg = f"values are nested more than {DEEPEST} deep"
            raise ValueError(msg)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(loader, node, where)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(loader, one, (*where, n)) for n, one in enumerate(node.value)]
        return loader.construct_object(node)

    def _mapping(self, loader: _Loader, node: yaml.MappingNode, where: Where) -> dict[Any, Any]:
        values: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = loader.construct_object(key_node)
            if not isinstance(key, Hashable) or not isinstance(key, str):
                msg = f"a key must be a word, found {key!r} in line {key_node.start_mark.line + 1}"
                raise ValueError(msg)
            at = (*where, key)
            value = self._value(loader, value_node, at)
            self.lines[at] = key_node.start_mark.line + 1
            if key in values:
                self.mistakes.append(self.mistake(at, "stands twice; keep one of the two"))
            values[key] = value
        return values
