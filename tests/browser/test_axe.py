"""A11Y-01: no violation of any axe rule, on any page, in any state."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.accessibility import DESKTOP, PHONE, pages_with, paths, states, visit

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
KERNEL = "data-teachback-kernel"
LOOKS = [("light", DESKTOP), ("dark", PHONE)]


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize(("scheme", "size"), LOOKS, ids=["light-1280", "dark-360"])
def test_no_state_of_any_page_violates_an_axe_rule(
    page: Page, dashboard: str, scheme: str, size: dict[str, int]
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size(size)
    found = {
        f"{path} {state}": violations(page)
        for path in paths(dashboard)
        for state in states(page, dashboard, path)
    }
    assert len(found) > len(paths(dashboard))
    assert not {state: problems for state, problems in found.items() if problems}
