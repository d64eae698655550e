// What a page holds beside its lesson: printing, the size of its text, words and places that open.

import { make } from "./dom.js";
import { keep, kept } from "./store.js";

const TEXT_SIZE = "teachback-size";
const SIZES = [100, 115, 130, 150, 175];

/** Printing is offered only where a script can start it. */
export function offerPrint() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.onclick = () => window.print();
  }
}

/** Text size as three buttons above the page; it is kept in this tab, for all pages. */
export function offerTextSize(main = document.querySelector("main")) {
  let place = Math.max(0, SIZES.indexOf(Number(kept(TEXT_SIZE))));
  const button = (words, name, to) => make("button", { type: "button", className: "tb-size", onclick: () => set(to()), attrs: { "aria-label": name } }, words);
  const smaller = button("A\u2212", "Smaller text, A\u2212", () => place - 1);
  const usual = button("A", "Usual text size, A", () => 0);
  const larger = button("A+", "Larger text, A+", () => place + 1);
  const said = make("span", { className: "tb-unseen", attrs: { role: "status" } });
  const tools = make("div", { className: "tb-tools", attrs: { role: "group", "aria-label": "Text size" } }, smaller, usual, larger, said);

  function set(to) {
    place = Math.min(Math.max(to, 0), SIZES.length - 1);
    keep(TEXT_SIZE, String(SIZES[place]));
    said.textContent = `Text size ${place + 1} of ${SIZES.length}.`;
    update();
  }

  // What cannot go further keeps its place and the focus: it is only told and drawn as such.
  function update() {
    document.documentElement.style.fontSize = place ? `${SIZES[place]}%` : "";
    smaller.setAttribute("aria-disabled", String(place === 0));
    usual.setAttribute("aria-pressed", String(place === 0));
    larger.setAttribute("aria-disabled", String(place === SIZES.length - 1));
  }

  update();
  main.prepend(tools);
}

/** A word's meaning takes the focus when it opens, and gives it back when it closes. */
export function openMeanings() {
  let opener = null;
  for (const term of document.querySelectorAll(".tb-term")) term.addEventListener("click", () => (opener = term));
  for (const meaning of document.querySelectorAll(".tb-meaning")) {
    meaning.addEventListener("toggle", ({ newState }) => {
      const at = document.activeElement;
      if (newState === "open") {
        if (!meaning.contains(at)) meaning.focus({ preventScroll: true }); // a quick Tab got there first
      } else if (at.matches("body, main") || meaning.contains(at)) {
        opener?.focus({ preventScroll: true });
      }
    });
  }
}

/** A page that a reader must ask for is not kept among those that the browser's Back shows. */
export function leaveForGood() {
  for (const link of document.querySelectorAll("[data-opt-in] .tb-choice a")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      location.replace(link.href);
    });
  }
}
