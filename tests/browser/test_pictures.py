"""Pictures as they are drawn: nothing cut, nothing on top of something else, in any colours."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from teachback import DangerSigns, IconArrays, Levels, Picture, load_topic
from tests.browser.accessibility import DESKTOP, PHONE
from tests.browser.looks import CUT_TEXT
from tests.browser.loose import open_blocks

TOPIC = load_topic("bone_metastasis")
PICTURES = [Picture(TOPIC, one) for one in TOPIC.pictures]
SIZES = {"phone": PHONE, "desktop": DESKTOP}
LABELS = """all => all.map(x => [x.textContent, x.getBoundingClientRect(),
  parseFloat(getComputedStyle(x).fontSize) * x.getScreenCTM().a])
  .map(([text, {left, top, right, bottom}, size]) => ({text, left, top, right, bottom, size}))"""
SEEN = """all => all.map(x => getComputedStyle(x)).map(x => [x.fill, x.stroke])"""
LEAST_TEXT = 14


def meet(one: dict, other: dict) -> bool:
    across = one["left"] < other["right"] and other["left"] < one["right"]
    return across and one["top"] + 2 < other["bottom"] and other["top"] + 2 < one["bottom"]


@pytest.mark.parametrize("size", SIZES)
def test_labels_are_whole_large_enough_and_apart(page: Page, size: str) -> None:
    page.set_viewport_size(SIZES[size])
    open_blocks(page, *PICTURES)
    assert page.evaluate(CUT_TEXT, "") == []
    for picture in page.locator(".tb-picture").all():
        labels = picture.locator("text").evaluate_all(LABELS)
        assert [one for one in labels if one["size"] < LEAST_TEXT] == []
        pairs = [
            (a["text"], b["text"]) for a in labels for b in labels if a is not b and meet(a, b)
        ]
        assert pairs == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_forced_colours_a_picture_has_only_the_two_colours_of_the_reader(
    browser: Browser, scheme: str
) -> None:
    page = browser.new_page(forced_colors="active", color_scheme=scheme)
    open_blocks(page, *PICTURES, IconArrays(TOPIC, "event_without_drug", "event_with_drug"))
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    drawn = page.locator("svg path, svg circle, svg rect, svg text").evaluate_all(SEEN)
    used = {colour for pair in drawn for colour in pair} - {"none"}
    assert used == {"rgb(0, 0, 0)", "rgb(255, 255, 255)"}
    page.close()


def test_the_steps_keep_their_icons_with_forced_colours_and_on_paper(browser: Browser) -> None:
    page = browser.new_page(forced_colors="active", color_scheme="dark")
    open_blocks(page, DangerSigns(TOPIC), Levels(TOPIC))
    icon = """x => getComputedStyle(x, "::before")"""
    for step in page.locator(".tb-step").all():
        ground = step.evaluate(f"x => ({icon})(x).backgroundColor")
        assert ground == "rgb(255, 255, 255)"
        assert step.evaluate(f"x => ({icon})(x).printColorAdjust") == "exact"
        assert "data:image/svg+xml" in step.evaluate(f"x => ({icon})(x).maskImage")
    places = page.locator(".tb-step").evaluate_all(f"all => all.map(x => ({icon})(x).maskPosition)")
    assert len(set(places)) == len(places)  # each step has an icon of its own
    page.close()


def test_two_arrays_stand_side_by_side_and_one_below_the_other_on_a_phone(page: Page) -> None:
    open_blocks(page, IconArrays(TOPIC, "event_without_drug", "event_with_drug"))
    for size, beside in (("desktop", True), ("phone", False)):
        page.set_viewport_size(SIZES[size])
        first, second = (one.bounding_box() for one in page.locator(".tb-array svg").all())
        assert first
        assert second
        assert (first["y"] == second["y"]) is beside
        assert (first["width"], first["height"]) == (second["width"], second["height"])
        assert page.evaluate(CUT_TEXT, "") == []
