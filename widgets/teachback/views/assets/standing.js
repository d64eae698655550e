// How a page stands with its kernel, in words and as the state that other programs read.

import { islands } from "./page.js";

const WORDS = {
  none: "Your answers stay in this browser tab until you close it. They are not shared with a teacher.",
  starting: "Your answers stay in this browser tab until you close it. They are not shared with a teacher.",
  connected: "",
  lost: "",
};
const BEING_MADE = "This test is being made ready. It needs a connection.";
const NO_ANSWER = "This test needs the course's server, which does not answer now. Practice on the other pages works. To try again, reload this page.";
const WAITING = {
  none: NO_ANSWER,
  lost: NO_ANSWER,
  full: "This test begins when there is room.",
};
const LOST = "The connection is lost. Your answers are still on this page. You can go on.";

export function setKernel(state, why = "") {
  document.documentElement.dataset.teachbackKernel = state;
  // Most checklists are never shared: a page without anything to tell keeps saying so.
  const shared = [...islands.values()].some((drawn) => drawn.tell);
  for (const line of document.querySelectorAll("[data-quiet]")) line.textContent = WORDS[shared ? state : "none"];
  tellWaiting(state);
  announce(state === "lost" ? wordsOf(why) : "");
}

/** What a test says in the place of its questions. */
function tellWaiting(state) {
  for (const line of document.querySelectorAll("[data-waiting]")) line.textContent = WAITING[state] ?? BEING_MADE;
}

/** What the loss means here: `why` says whether the line is cut or the kernel is gone for good. */
function wordsOf(why) {
  return [...islands.values()].map((drawn) => drawn.whenLost?.(why)).find(Boolean) ?? LOST;
}

/** Say something at the top of the page, with a button if there is something to do. */
export function announce(words, ...button) {
  document.querySelector("[data-banner]").replaceChildren(words, ...button);
}
