"""Every state of every page, walked twice: axe, nothing cut in any view, nothing that moves.

Letters come in few sizes and two weights.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser import accessibility as site
from tests.browser.looks import CUT_TEXT, TYPE, VIEWS
from tests.browser.states import states
from tests.browser.test_axe import violations

LOOKS = {"light-1280": ("light", site.DESKTOP), "dark-360": ("dark", site.PHONE)}
VIEWS_OF = {
    "light-1280": ("1280", "1280 spaced", "200 % text"),
    "dark-360": ("320", "320 spaced", "320 x 256, as at 400 % zoom"),
}
MOVING = "document.getAnimations().map(one => `moves: ${one.animationName}`)"


def problems_now(page: Page, look: str) -> list[tuple[str, str]]:
    """Return what is wrong with the page as it stands, with where it was seen."""
    found = [("axe", words) for words in violations(page)]
    found += [("motion", words) for words in page.evaluate(MOVING)]
    found += [("type", words) for words in page.evaluate(TYPE)]
    for view in VIEWS_OF[look]:
        width, height, style = VIEWS[view]
        page.set_viewport_size({"width": width, "height": height})
        found += [(view, words) for words in page.evaluate(CUT_TEXT, style)]
    page.evaluate(CUT_TEXT, "")
    page.set_viewport_size(LOOKS[look][1])  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize("look", LOOKS)
def test_every_state_of_every_page_is_whole_still_in_few_sizes_and_without_axe_violation(
    page: Page, dashboard: str, look: str
) -> None:
    """Readers who ask for less motion get none; `visit` asks for it."""
    scheme: Any
    scheme, size = LOOKS[look]
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(size)  # type: ignore[arg-type]
    problems: dict[tuple[str, ...], str] = {}  # each named once, with its first state
    for path in site.paths(dashboard):
        for state in states(page, dashboard, path):
            for where, words in problems_now(page, look):
                problems.setdefault((path, where, words), state)
    assert not problems, "\n".join(f"/{': '.join(x)} ({y})" for x, y in problems.items())


def test_views_of_both_looks_are_all_views() -> None:
    assert {view for views in VIEWS_OF.values() for view in views} == set(VIEWS)
