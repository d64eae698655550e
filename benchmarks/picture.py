"""The measured numbers as a picture: a bar for each side, by a scale of powers of ten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import log10

from benchmarks import browsers, crowd, pages
from benchmarks.report import Row
from benchmarks.visit import LINES

SHOWN = (
    *(pages.FIRST.format(line) for line in LINES),
    pages.SIZE,
    *(name.format(count) for count in crowd.BURSTS for name in (crowd.LAST, crowd.JOINED)),
    *(crowd.MEMORY.format(count) for count in crowd.BURSTS[:1]),
    browsers.NAME,
)
WIDTH, LEFT, RIGHT = 860, 200, 90
BAR, GAP, HEAD = 20, 5, 34
STYLE = (
    "text{font:15px sans-serif;fill:#1c2b33}.name{font-weight:700}.bar{fill:#0b6a70}"
    ".rival{fill:#9aa7ad}.page{fill:#fff}"
)
RIVALS = ("stock Voila", "bare page")


def draw(rows: Sequence[Row], facts: Mapping[str, str]) -> str:
    """Return an SVG picture of what was measured; each bar has its number beside it."""
    by_name = {row.name: row for row in rows}
    parts, y = [], 30
    for name in SHOWN:
        if name in by_name:
            parts.append(f'<text class="name" x="10" y="{y}">{escape(name)}</text>')
            drawn, height = _bars(by_name[name], y + 10)
            parts.append(drawn)
            y += height + HEAD + 10
    told = f"Medians; each step of a scale is ten times the one before. {facts['date']}, "
    told += f"{facts['processors']} processors. Shorter is better."
    parts.append(f'<text x="10" y="{y}">{escape(told)}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y + 20}" role="img">'
        f"<title>How fast the pages are, beside stock Voila and a bare page</title>"
        f'<style>{STYLE}</style><rect class="page" width="100%" height="100%"/>'
        f"{''.join(parts)}</svg>\n"
    )


def _bars(row: Row, y: int) -> tuple[str, int]:
    """Return the bars of one thing measured, and how high they are together."""
    middles = {side: row.middle(side) for side, values in row.values.items() if values}
    least = min(one for one in middles.values() if one > 0) / 2
    most = max(*middles.values(), 2 * least)
    parts = []
    for place, (side, middle) in enumerate(middles.items()):
        share = log10(max(middle, least) / least) / log10(most / least)
        width = round((WIDTH - LEFT - RIGHT) * share, 1)
        top = y + place * (BAR + GAP)
        kind = "rival" if side in RIVALS else "bar"
        number = f"{middle:.2g}" if middle < 10 else f"{middle:,.0f}"
        parts.append(
            f'<text x="10" y="{top + 15}">{escape(side)}</text>'
            f'<rect class="{kind}" x="{LEFT}" y="{top}" width="{width}" height="{BAR}"/>'
            f'<text x="{LEFT + width + 8}" y="{top + 15}">{number}</text>'
        )
    return "".join(parts), len(middles) * (BAR + GAP)
