"""Where in the bones: a tapped bone, its tapped name and its name in the list do the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from teachback import PlaceMap, load_topic
from tests.browser.accessibility import DESKTOP, PHONE
from tests.browser.looks import CUT_TEXT
from tests.browser.loose import open_blocks

MAP = PlaceMap(load_topic("bone_metastasis"), "skeleton")
PLACES = [place.id for place in MAP.picture.places]
STOPS = 12  # at most: the notes, and what the page puts before them
# A point of the bone that nothing lies above.
POINT = """bone => {
  for (const path of bone.querySelectorAll("path")) {
    for (let part = 0; part < 1; part += .02) {
      const at = path.getPointAtLength(part * path.getTotalLength());
      const { x, y } = at.matrixTransform(path.getScreenCTM());
      const hit = document.elementFromPoint(x, y)?.closest("svg [data-place]");
      if (hit?.dataset.place === bone.dataset.place) return { x, y };
    }
  }
}"""


LEFTMOST = """bone => {
  const path = bone.querySelector("path");
  const step = path.getTotalLength() / 400;
  const points = Array.from({ length: 400 }, (_, n) => path.getPointAtLength(n * step));
  const left = points.reduce((one, other) => (other.x < one.x ? other : one));
  const { x, y } = left.matrixTransform(path.getScreenCTM());
  return { x, y };
}"""


@pytest.fixture(params=["phone", "desktop"])
def shown(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    size = {"phone": PHONE, "desktop": DESKTOP}[request.param]
    context = browser.new_context(viewport=size, has_touch=True)
    page = context.new_page()
    open_blocks(page, MAP)
    expect(page.locator("[data-tap]")).to_be_visible()
    yield page
    context.close()


def note(page: Page, place: str) -> Locator:
    return page.locator(f"#place-{place}")


def tap(page: Page, place: str) -> None:
    bone = page.locator(f"#tb-skeleton-{place}")
    bone.scroll_into_view_if_needed()
    point = bone.evaluate(POINT)
    page.touchscreen.tap(point["x"], point["y"])


def expect_open(page: Page, *places: str) -> None:
    """Expect these notes to be open, and just these bones to be marked in the picture."""
    for one in ("details[open]", "svg .is-on[data-place]:not(.tb-place-reach)"):
        expect(page.locator(one)).to_have_count(len(places))
        found = page.locator(one).evaluate_all("all => all.map(x => x.dataset.place)")
        assert sorted(found) == sorted(places)


@pytest.mark.parametrize("place", PLACES)
def test_a_tapped_bone_opens_its_note_and_nothing_else(shown: Page, place: str) -> None:
    tap(shown, place)
    expect_open(shown, place)
    expect(note(shown, place).locator("summary")).to_be_focused()
    expect(note(shown, place).locator("summary")).to_be_in_viewport()


@pytest.mark.parametrize("place", PLACES)
def test_a_tapped_name_in_the_picture_opens_the_same(shown: Page, place: str) -> None:
    shown.locator(f"text[data-for={place}]").tap()
    expect_open(shown, place)


@pytest.mark.parametrize("place", PLACES)
def test_the_keyboard_opens_and_closes_the_same(shown: Page, place: str) -> None:
    for _ in range(STOPS):
        shown.keyboard.press("Tab")
        if shown.evaluate("document.activeElement.parentElement.dataset.place") == place:
            break
    shown.keyboard.press("Enter")
    expect_open(shown, place)
    shown.keyboard.press("Space")
    expect_open(shown)


def test_a_thumb_that_misses_a_thin_bone_a_little_still_opens_it(shown: Page) -> None:
    bone = shown.locator("#tb-skeleton-upper_arm")
    bone.scroll_into_view_if_needed()
    edge = bone.evaluate(LEFTMOST)
    # A mouse, because Chromium itself moves a finger's tap to what lies near it.
    shown.mouse.click(edge["x"] - 8, edge["y"])
    expect_open(shown, "upper_arm")


def test_the_picture_itself_is_one_image_that_takes_no_focus(shown: Page) -> None:
    assert shown.locator("svg [tabindex], svg a").count() == 0
    assert shown.evaluate(CUT_TEXT, "") == []
    ids = shown.locator("[id]").evaluate_all("all => all.map(x => x.id)")
    assert len(ids) == len(set(ids))


def test_without_a_script_every_note_opens_by_its_name(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    open_blocks(page, MAP)
    expect(page.locator("[data-tap]")).to_be_hidden()
    for place in MAP.picture.places:
        page.locator(f"#place-{place.id} summary").click()
        expect(page.get_by_text(place.text)).to_be_visible()
    context.close()


def test_on_paper_every_note_is_open(page: Page) -> None:
    open_blocks(page, MAP)
    page.emulate_media(media="print")
    for place in MAP.picture.places:
        expect(page.get_by_text(place.text)).to_be_visible()
