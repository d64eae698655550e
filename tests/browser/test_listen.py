"""Listen: sections read aloud by a voice of the device, and by no other."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser import voices
from tests.browser.accessibility import open_whole
from tests.browser.made_course import LESSON, LIST
from tests.browser.test_axe import violations
from tests.browser.voices import LOCAL, OTHER, REMOTE

FIRST = "Listen: First part"
PIECES = [
    "First part",
    "Cells can travel. Metastases may grow in a bone.",
    "One point.",
    "Another point.",
    "Sign. How fast.",
    "New pain. Call today.",
]


def listen(page: Page, name: str = FIRST) -> None:
    page.get_by_role("button", name=name).press("Enter")


def texts(page: Page) -> list[str]:
    return [text for text, *_ in voices.said(page)]


@pytest.mark.parametrize("given", [[], [REMOTE], [OTHER], [REMOTE, OTHER]], ids=str)
def test_without_a_local_voice_of_the_language_nothing_is_offered(
    page: Page, course: str, given: list[dict[str, str]]
) -> None:
    voices.give_voices(page, *given)
    page.goto(course + LESSON)
    expect(page.locator("form").first).to_be_visible()
    expect(page.locator(".tb-listen")).to_have_count(0)


def test_a_browser_without_speech_shows_the_page_as_ever(page: Page, course: str) -> None:
    page.add_init_script("delete Window.prototype.speechSynthesis; delete window.speechSynthesis")
    page.goto(course + LESSON)
    expect(page.locator("form").first).to_be_visible()
    expect(page.locator(".tb-listen")).to_have_count(0)


def test_voices_that_come_late_are_offered_once_and_move_nothing(page: Page, course: str) -> None:
    voices.give_voices(page)
    open_whole(page, course + LESSON)
    places = "() => [...document.querySelectorAll('h1, h2, main p')].map(x => x.offsetTop)"
    expect(page.locator("form").first).to_be_visible()
    before = page.evaluate(places)
    voices.come(page, REMOTE)
    expect(page.locator(".tb-listen")).to_have_count(0)
    voices.come(page, REMOTE, LOCAL)
    voices.come(page, REMOTE, LOCAL)
    expect(page.locator(".tb-listen")).to_have_count(page.locator("main > h1, main > h2").count())
    assert page.evaluate(places)[: len(before)] == before


def test_a_section_is_read_to_its_end_by_the_local_voice_and_no_other(
    page: Page, course: str
) -> None:
    voices.give_voices(page, REMOTE, LOCAL)
    page.goto(course + LESSON)
    listen(page)
    for _ in PIECES:
        voices.spoken(page)
    assert texts(page) == PIECES
    assert {tuple(rest) for _, *rest in voices.said(page)} == {("Here", 1, "en-US")}
    expect(page.get_by_role("status").get_by_text("That was the end")).to_have_count(1)
    expect(page.locator(".tb-reader")).to_be_hidden()
    expect(page.get_by_role("button", name=FIRST)).to_be_focused()
    expect(page.locator(".tb-spoken")).to_have_count(0)


def test_what_is_asked_is_read_with_its_answers_and_what_it_says(page: Page, course: str) -> None:
    voices.give_voices(page, LOCAL)
    page.goto(course + LESSON)
    card = page.locator("form[data-question]").nth(1)
    card.locator("input").first.check()
    card.get_by_role("button", name="Check my answer").click()
    listen(page, "Listen: Questions")
    while voices.is_speaking(page):
        voices.spoken(page)
    heard = texts(page)
    for words in card.locator("legend, label, .tb-verdict").all_inner_texts():
        assert " ".join(words.split()) in heard
    assert heard.count(heard[1]) == 1


def test_the_keyboard_pauses_goes_on_changes_the_speed_and_stops(page: Page, course: str) -> None:
    voices.give_voices(page, LOCAL)
    page.goto(course + LESSON)
    listen(page)
    voices.spoken(page)
    expect(page.locator(":focus")).to_have_text("Pause")
    page.keyboard.press("Enter")
    assert not voices.is_speaking(page)
    expect(page.get_by_role("status").get_by_text("Paused.")).to_have_count(1)
    expect(page.locator(":focus")).to_have_text("Go on")
    page.keyboard.press("Space")
    assert texts(page)[-2:] == [PIECES[1]] * 2  # from the start of the part that was cut
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert voices.said(page)[-1] == [PIECES[1], "Here", 1.25, "en-US"]
    page.keyboard.press("Escape")
    assert not voices.is_speaking(page)
    expect(page.get_by_role("button", name=FIRST)).to_be_focused()
    expect(page.get_by_role("status").get_by_text("Stopped.")).to_have_count(1)
    page.reload()
    listen(page)
    assert voices.said(page)[-1][2] == 1.25  # the speed is kept in this tab


def test_the_end_of_a_section_takes_the_focus_from_nobody(page: Page, course: str) -> None:
    voices.give_voices(page, LOCAL)
    page.goto(course + LESSON)
    listen(page)
    answer = page.locator("form input").first
    answer.focus()
    for _ in PIECES:
        voices.spoken(page)
    expect(page.locator(".tb-reader")).to_be_hidden()
    expect(answer).to_be_focused()


def test_another_section_ends_the_first(page: Page, course: str) -> None:
    voices.give_voices(page, LOCAL)
    page.goto(course + LESSON)
    listen(page)
    listen(page, "Listen: A lesson")
    voices.spoken(page)
    assert texts(page)[1:] == [
        "A lesson",
        "This page is for a test. It tells of metastasis in few words.",
    ]
    expect(page.locator(".tb-spoken")).to_have_count(1)


@pytest.mark.parametrize("trouble", ["the voice fails", "the voice goes away"])
def test_a_voice_that_fails_is_told_and_never_replaced_by_a_remote_one(
    page: Page, course: str, trouble: str
) -> None:
    voices.give_voices(page, REMOTE, LOCAL)
    page.goto(course + LESSON)
    listen(page)
    if trouble == "the voice fails":
        voices.spoken(page, "onerror")
    else:
        voices.come(page, REMOTE)
        voices.spoken(page)
    assert texts(page) == PIECES[:1]
    expect(page.get_by_role("status").get_by_text("did not work")).to_have_count(1)
    expect(page.locator(".tb-reader")).to_be_hidden()


def test_leaving_the_page_stops_the_voice(page: Page, course: str) -> None:
    voices.give_voices(page, LOCAL)
    page.goto(course + LESSON)
    listen(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    assert not voices.is_speaking(page)
    expect(page.locator(".tb-reader")).to_be_hidden()


def test_nothing_is_sent_anywhere_while_it_reads(page: Page, course: str) -> None:
    voices.give_voices(page, LOCAL)
    page.goto(course + LIST)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    listen(page, "Listen: Your list")
    for _ in range(12):
        voices.spoken(page)
    assert asked == []
    assert page.evaluate("sessionStorage.length + localStorage.length") <= 2


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_bar_violates_no_axe_rule_and_covers_no_focus(
    page: Page, course: str, width: int, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 740})
    voices.give_voices(page, LOCAL)
    open_whole(page, course + LESSON)
    listen(page)
    assert violations(page) == []
    bar = page.locator(".tb-reader").bounding_box()
    assert bar
    assert bar["height"] < 740 / 4
    page.locator("form button").last.focus()
    focused = page.locator("form button").last.bounding_box()
    assert focused
    assert focused["y"] + focused["height"] <= bar["y"]
