"""A stand-in for the speech part of a browser, which headless Chromium lacks.

It is put in before the page's scripts and does what the standard says: a list of voices that may
come late, one utterance after another, an end for each. A test ends an utterance by `spoken()`.
"""

from __future__ import annotations

from json import dumps
from typing import Any

from playwright.sync_api import Page

LOCAL = {"name": "Here", "lang": "en-US", "localService": True, "default": False}
REMOTE = {"name": "Far", "lang": "en-US", "localService": False, "default": True}
OTHER = {"name": "Ici", "lang": "fr-FR", "localService": True, "default": True}
FAKE = """voices => {
  class Utterance extends EventTarget {
    constructor(text) { super(); this.text = text; }
  }
  const synthesis = Object.assign(new EventTarget(), {
    said: [], now: null, cancelled: 0,
    getVoices: () => voices,
    speak(one) { this.now = one; this.said.push([one.text, one.voice?.name, one.rate, one.lang]); },
    cancel() {
      const one = this.now;
      this.now = null;
      this.cancelled += 1;
      one?.onerror?.({ error: "canceled" });
    },
    come(late) { voices = late; this.dispatchEvent(new Event("voiceschanged")); },
    end(how) {
      const one = this.now;
      this.now = null;
      one?.[how]?.({ error: "synthesis-failed" });
    },
  });
  Object.defineProperty(globalThis, "speechSynthesis", { value: synthesis });
  Object.defineProperty(globalThis, "SpeechSynthesisUtterance", { value: Utterance });
}"""


def give_voices(page: Page, *voices: dict[str, Any]) -> None:
    """Give the pages to come these voices."""
    page.add_init_script(f"({FAKE})({dumps(voices)})")


def come(page: Page, *voices: dict[str, Any]) -> None:
    page.evaluate("voices => speechSynthesis.come(voices)", list(voices))


def said(page: Page) -> list[list[Any]]:
    """Return what was given to the voice so far: words, voice, speed, language."""
    return page.evaluate("speechSynthesis.said")


def spoken(page: Page, how: str = "onend") -> None:
    """Let the voice end what it says now."""
    page.evaluate("how => speechSynthesis.end(how)", how)


def is_speaking(page: Page) -> bool:
    return page.evaluate("speechSynthesis.now !== null")
