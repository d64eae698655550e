"""A reader who has a keyboard and no pointer."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

SPOKEN = """() => {
  const x = document.activeElement;
  const legend = x.closest("fieldset")?.querySelector("legend").textContent ?? "";
  return `${legend} ${x.closest("label")?.textContent ?? x.textContent}`.trim();
}"""


class Keyboard:
    """A reader who has a keyboard and no pointer."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._pointed: list[str] = []
        page.expose_function("pointed", self._note)
        page.add_init_script("addEventListener('pointerdown', e => pointed(e.type), true)")

    def _note(self, kind: str) -> None:
        self._pointed.append(kind)

    def press(self, key: str) -> None:
        self._page.keyboard.press(key)
        assert not self._pointed, "a pointer was used"

    def tab_to(self, words: str, key: str = "Tab") -> None:
        for _ in range(300):
            self.press(key)
            if self._page.evaluate(SPOKEN).startswith(words):
                return
        pytest.fail(f"{words!r} cannot be reached by {key}")

    def answer(self, question: dict[str, Any], answer: list[str], key: str = "Tab") -> None:
        """Go to a question and choose an answer of it."""
        options = question["control"]["options"]
        if question["control"]["kind"] == "pick_one":
            self.tab_to(question["ask"], key)
            if self._page.locator(":focus").get_attribute("value") in answer:
                self.press("Space")
            while self._page.locator(":focus").get_attribute("value") not in [*answer, None]:
                self.press("ArrowDown")  # an emergency takes the focus away, to what to do
            return
        for option in options:
            self.tab_to(
                f"{question['ask']} {option['text']}", key if option == options[0] else "Tab"
            )
            if self._page.locator(":focus").is_checked() != (option["id"] in answer):
                self.press("Space")
