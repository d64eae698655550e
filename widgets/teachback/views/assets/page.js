// A page: draws the islands that were prepared ahead.

import { offerListening } from "./listen.js";
import { openPlaces } from "./places.js";
import { guardTraces } from "./shared_device.js";
import { tabStore } from "./store.js";
import { draw } from "./widget.js";

export const islands = new Map();

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

function start() {
  offerPrint();
  openPlaces();
  drawIslands();
  const { idle, home } = document.body.dataset;
  offerListening();
  guardTraces({ minutes: Number(idle ?? 0), home });
}

start();
