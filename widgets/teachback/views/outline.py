"""The outline of a picture's parts, as plain values that a widget can draw and tap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from defusedxml import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


def outline(picture: Path) -> dict[str, Any]:
    """Return the paths of a drawing, part by part; a part with a data-place can be tapped.

    Labels and pointers are left out: whoever draws the outline writes the words beside it. The
    drawing's data-outline is its view box without them.
    """
    drawing = ElementTree.parse(picture).getroot()
    shapes = [
        {"place": part.get("data-place"), "hollow": hollow, "paths": paths}
        for part in drawing.findall(f"{SVG}g")
        if part.get("data-for") is None
        for hollow, paths in _paths(part)
    ]
    return {"box": drawing.get("data-outline"), "shapes": shapes}


def _paths(part: Any) -> Iterator[tuple[bool, list[str]]]:
    """Yield the paths of a part, then those of the hollows in it."""
    for hollow, group in ((False, part), *((True, one) for one in part.findall(f"{SVG}g"))):
        if paths := [path.get("d") for path in group.findall(f"{SVG}path")]:
            yield hollow, paths
