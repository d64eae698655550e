// A page: draws the islands that were prepared ahead.

import { offerListening } from "./listen.js";
import { guardTraces } from "./shared_device.js";
import { tabStore } from "./store.js";
import { draw } from "./widget.js";

<<<<<<< HEAD
const islands = new Map();
const unjoined = new Set();
const WORDS = {
  none: "Your answers stay on this page. They are not shared with a teacher.",
  starting: "Your answers stay on this page. They are not shared with a teacher.",
  connected: "",
  lost: "",
};
const PATIENCE = 15_000;
const ATTEMPTS = 3;
const LOST = "The connection is lost. Your answers are still on this page. You can go on.";
=======
export const islands = new Map();
>>>>>>> 386c7d9 (A notebook says whether its page gets a kernel: never, on demand or always)

export function keyOf(sheet) {
  return `${sheet.kind}:${sheet.key}`;
}

function drawIslands() {
  for (const place of document.querySelectorAll("[data-island]")) {
    const sheet = JSON.parse(place.querySelector("script").textContent);
    const drawn = draw(sheet, tabStore(keyOf(sheet)));
    place.replaceChildren(drawn.element);
    islands.set(keyOf(sheet), drawn);
  }
}

/** Printing is offered only where a script can start it. */
function offerPrint() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.onclick = () => window.print();
  }
}

/** Tapping a part of a picture opens what it can mean. */
function openPlaces() {
  for (const part of document.querySelectorAll(".tb-places [data-place]")) {
    const note = document.getElementById(`place-${part.dataset.place}`);
    if (!note) continue;
    part.classList.add("tb-tappable");
    part.addEventListener("click", () => {
      note.open = true;
      note.querySelector("summary").focus();
      note.scrollIntoView({ block: "nearest" });
    });
  }
}

function start() {
  offerPrint();
  openPlaces();
  drawIslands();
  const { idle, home } = document.body.dataset;
  offerListening();
  guardTraces({ minutes: Number(idle ?? 0), home });
}

start();
