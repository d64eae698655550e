"""Where does it hurt: tapping a bone and choosing from the list are the same."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser import accessibility as site
from tests.browser.quiz_page import CHECKLIST
from tests.browser.test_care_page import packed, printed
from tests.browser.test_checklist import card

PLACES = "[data-question=places]"


@pytest.fixture
def opened(page: Page, dashboard: str) -> Page:
    site.visit(page, f"{dashboard}{CHECKLIST}.html")
    return page


def tap(page: Page, place: str) -> None:
    """Tap a bone as a finger does: at a point of it, whatever lies there."""
    bones = page.locator(".tb-bone-place")
    order = page.evaluate(
        "[...document.querySelectorAll('[data-question=places] input')].map((i) => i.value)"
    )
    for n in range(bones.count()):
        before = page.locator(f"{PLACES} input:checked").count()
        bones.nth(n).locator(".tb-bone-line").first.dispatch_event("click")
        if page.locator(f"{PLACES} input[value={place}]").is_checked():
            return
        if page.locator(f"{PLACES} input:checked").count() != before:
            bones.nth(n).locator(".tb-bone-line").first.dispatch_event("click")
    msg = f"no bone of {order} is {place}"
    raise AssertionError(msg)


def answers(page: Page) -> dict[str, str]:
    return dict(
        page.evaluate(
            "[...document.querySelectorAll('.tb-symptom input[type=radio]:checked')]"
            ".map((i) => [i.closest('[data-question]')?.dataset.question, i.value])"
        )
    )


@pytest.mark.parametrize("place", ["spine", "hips", "thigh", "upper_arm", "ribs", "skull"])
def test_a_tapped_bone_and_a_ticked_row_say_the_same(opened: Page, place: str) -> None:
    tap(opened, place)
    tapped = answers(opened)
    box = opened.locator(f"{PLACES} input[value={place}]")
    expect(box).to_be_checked()
    box.uncheck()
    assert answers(opened) == {}
    box.focus()
    opened.keyboard.press("Space")
    assert answers(opened) == tapped != {}
    said = opened.locator(".tb-map-said li")
    assert said.count() == len(tapped)
    assert opened.locator(".tb-map-said").get_attribute("role") == "status"


def test_a_no_further_down_takes_the_place_back(opened: Page) -> None:
    opened.locator(f"{PLACES} input[value=spine]").check()
    card(opened, "spine_pain").get_by_label("No", exact=True).check()
    expect(opened.locator(f"{PLACES} input[value=spine]")).not_to_be_checked()
    opened.reload()
    expect(card(opened, "spine_pain").get_by_label("No", exact=True)).to_be_checked()


def test_the_places_are_on_the_page_for_the_care_team(opened: Page, tmp_path) -> None:
    opened.locator(f"{PLACES} input[value=ribs]").check()
    words, _ = printed(opened, tmp_path, "A4")
    assert packed("Where it hurts: Ribs.") in words


def test_the_picture_is_silent_because_the_list_says_it_all(opened: Page) -> None:
    assert opened.locator(".tb-map-bones").get_attribute("aria-hidden") == "true"
    assert opened.locator(f"{PLACES} [tabindex]").count() == 0
