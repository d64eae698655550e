// A page: draws the islands that were prepared ahead, and what a page holds beside them.

import { leaveForGood, offerPrint, offerTextSize, openMeanings } from "./furniture.js";
import { offerListening } from "./listen.js";
import { openPlaces } from "./places.js";
import { forgetLastVisitor, guardTraces } from "./shared_device.js";
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

/** A new page is laid out only as far as it is seen, until it was drawn once: see page.css. */
function openWhole(main = document.querySelector("main")) {
  const open = () => main.removeAttribute("data-opening");
  const [visit] = performance.getEntriesByType("navigation");
  const isNew = visit?.type === "navigate" && !location.hash; // else a place further down is shown
  if (isNew && PerformanceObserver.supportedEntryTypes.includes("paint")) new PerformanceObserver(open).observe({ type: "paint", buffered: true });
  else open();
}

function start() {
  const { idle, home } = document.body.dataset;
  const device = { minutes: Number(idle ?? 0), home };
  forgetLastVisitor(device);
  offerTextSize();
  drawIslands();
  offerPrint();
  openPlaces();
  openMeanings();
  leaveForGood();
  offerListening();
  guardTraces(device);
  openWhole();
}

start();
