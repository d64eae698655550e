"""What a program can judge: axe's rules, names of groups, headings, pictures, contrast."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser import accessibility as site

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
TEXT_PAIRS = (
    "ink/paper ink/soft ink/tint ink/stop-ground ink/right-ground ink/wrong-ground muted/paper "
    "muted/soft muted/right-ground muted/wrong-ground accent/paper accent/soft on-accent/accent "
    "stop/stop-ground stop/paper paper/stop today/today-ground soon/soon-ground later/later-ground "
    "right/right-ground wrong/wrong-ground"
)
EDGE_PAIRS = (
    "rule/paper rule/soft ink/paper ink/soft accent/paper accent/soft accent/tint stop/paper "
    "stop/stop-ground today-edge/today-ground soon-edge/soon-ground later-edge/later-ground "
    "right/right-ground wrong/wrong-ground"
)
COLOUR = "name => getComputedStyle(document.documentElement).getPropertyValue(`--tb-${name}`)"
FOCUS_SEEN = """() => {
  const x = document.activeElement;
  const rings = [x, x.closest("label")].filter(Boolean).map(one => getComputedStyle(one));
  const ringed = rings.some(o => o.outlineStyle !== "none" && parseFloat(o.outlineWidth) >= 2);
  const box = x.getClientRects()[0];
  const middle = (low, high, end) => (Math.max(low, 0) + Math.min(high, end)) / 2;
  const hit = document.elementFromPoint(middle(box.left, box.right, innerWidth),
                                        middle(box.top, box.bottom, innerHeight));
  const clear = hit !== null && (x.contains(hit) || hit === x.closest("label"));
  return [x.closest("label, a, button, summary, div").textContent.trim(), ringed, clear];
}"""
FOCUSED = "document.activeElement !== document.body"
HEADINGS = "all => all.filter(x => x.checkVisibility()).map(x => Number(x.tagName[1]))"
PICTURE_NUMBERS = """all => all.map(figure => [
  [...figure.querySelectorAll("svg text")].map(x => x.textContent).join(" "),
  [...figure.querySelectorAll("title, desc, figcaption, table")].map(x => x.textContent).join(" "),
])"""


def violations(page: Page) -> list[str]:
    expect(page.locator("main[data-opening]")).to_have_count(0)  # what is unseen has no size yet
    page.evaluate("scrollTo(0, 0)")  # what the sticky header covers elsewhere is not too small
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{rule['id']} {node['target']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("kind", ["quiz", "checklist"])
def test_neither_a_kernel_nor_its_loss_violates_an_axe_rule(
    page: Page, classroom: str, kind: str
) -> None:
    line = site.Line(page)
    site.visit(page, classroom + site.pages_with(classroom, kind)[0][0], kernel=True)
    site.wait_for_kernel(page, "connected")
    assert violations(page) == []
    line.cut()
    site.wait_for_kernel(page, "lost")
    assert page.locator("[data-banner]").inner_text()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_for_a_wrong_address_violates_no_axe_rule(
    page: Page, dashboard: str, scheme: Any
) -> None:
    page.emulate_media(color_scheme=scheme)
    assert page.goto(dashboard + "no/such/page.html").status == 404
    assert violations(page) == []


def groups_of_controls(page: Page) -> list[tuple[str, list[str]]]:
    """Return names of groups and of the options in them, as a screen reader is told them."""
    client = page.context.new_cdp_session(page)
    tree = {node["nodeId"]: node for node in client.send("Accessibility.getFullAXTree")["nodes"]}
    groups: dict[str, tuple[str, list[str]]] = {}
    for node in tree.values():
        if node.get("role", {}).get("value") in {"radio", "checkbox"}:
            group = node
            while group and group.get("role", {}).get("value") not in {"group", "radiogroup"}:
                group = tree.get(group.get("parentId"), {})
            group = group or node  # a box that stands alone has its own label
            name = group.get("name", {}).get("value", "")
            groups.setdefault(group.get("nodeId", ""), (name, []))[1].append(node["name"]["value"])
    return list(groups.values())


def test_every_option_is_told_with_its_question(page: Page, dashboard: str) -> None:
    for path in site.paths(dashboard):
        asked = [x for sheet in site.sheets(dashboard, path) for x in site.questions(sheet)]
        site.visit(page, dashboard + path)
        every = groups_of_controls(page)
        assert all(name for name, _ in every)
        told = [one for one in every if one[0] in {question["ask"] for question in asked}]
        assert [options for _, options in told] == [
            [option["text"] for option in question["control"]["options"]] for question in asked
        ]
        assert [x["ask"] for x in asked if x["ask"] not in [name for name, _ in told]] == []


def test_every_page_has_a_language_a_title_of_its_own_and_headings_in_order(
    page: Page, dashboard: str
) -> None:
    titles = []
    for path in site.paths(dashboard):
        site.visit(page, dashboard + path)
        titles.append(page.title())
        levels = page.locator("main").locator("h1, h2, h3, h4, h5, h6").evaluate_all(HEADINGS)
        steps = zip([0, *levels], levels, strict=False)
        assert re.fullmatch(r"[a-z]{2,3}(-\w+)*", page.locator("html").get_attribute("lang") or "")
        assert page.locator("h1").count() == page.locator("main, [role=main]").count() == 1
        assert all(level <= before + 1 for before, level in steps), (path, levels)
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_every_picture_has_a_name_or_is_hidden_from_screen_readers(
    page: Page, dashboard: str
) -> None:
    named = 0
    for path in site.paths(dashboard):
        site.visit(page, dashboard + path)
        pictures = page.locator("svg, img:not([role]), canvas").and_(
            page.locator(":not([aria-hidden=true], [aria-hidden=true] *)")
        )
        images = page.get_by_role("img", name=re.compile(r"\w{3}"))
        assert images.count() == pictures.count(), path
        named += images.count()
    assert named


def test_every_number_in_a_picture_is_also_said_in_words_beside_it(
    page: Page, dashboard: str
) -> None:
    for path in site.paths(dashboard):
        site.visit(page, dashboard + path)
        for drawn, said in page.locator("figure").evaluate_all(PICTURE_NUMBERS):
            assert set(re.findall(r"\d+", drawn)) <= set(re.findall(r"\d+", said)), (path, drawn)


@pytest.mark.parametrize("size", [(1280, 800), (320, 256)], ids=str)
def test_every_stop_shows_its_focus_and_nothing_covers_it(
    page: Page, dashboard: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    hidden = []
    for path in site.paths(dashboard):
        site.visit(page, dashboard + path)
        page.keyboard.press("Tab")
        while page.evaluate(FOCUSED):
            words, ringed, clear = page.evaluate(FOCUS_SEEN)
            if not (ringed and clear):
                hidden.append(f"/{path}: {words} (ring: {ringed}, uncovered: {clear})")
            page.keyboard.press("Tab")
    assert not hidden, "\n".join(hidden)


def luminance(colour: str) -> float:
    shares = [int(colour.strip()[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast_4_5_and_edges_have_3(page: Page, dashboard: str, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(dashboard)

    def contrast(pair: str) -> float:
        one, other = (luminance(page.evaluate(COLOUR, name)) for name in pair.split("/"))
        return (max(one, other) + 0.05) / (min(one, other) + 0.05)

    wanted = dict.fromkeys(EDGE_PAIRS.split(), 3) | dict.fromkeys(TEXT_PAIRS.split(), 4.5)
    assert {x: contrast(x) for x, least in wanted.items() if contrast(x) < least} == {}
