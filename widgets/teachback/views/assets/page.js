// A page: draws the islands that were prepared ahead, then asks for a kernel when all is quiet.

import { make } from "./dom.js";
import { offerListening } from "./listen.js";
import { guardTraces } from "./shared_device.js";
import { tabStore } from "./store.js";
import { draw, join, PAGE } from "./widget.js";

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

function keyOf(sheet) {
  return `${sheet.kind}:${sheet.key}`;
}

function drawIslands() {
  for (const place of document.querySelectorAll("[data-island]")) {
    const sheet = JSON.parse(place.querySelector("script").textContent);
    const drawn = draw(sheet, tabStore(keyOf(sheet)));
    place.replaceChildren(drawn.element);
    islands.set(keyOf(sheet), drawn);
    unjoined.add(keyOf(sheet));
  }
}

function setKernel(state) {
  document.documentElement.dataset.teachbackKernel = state;
  // Most checklists are never shared: a page without anything to tell keeps saying so.
  const shared = [...islands.values()].some((drawn) => drawn.tell);
  for (const line of document.querySelectorAll("[data-quiet]")) line.textContent = WORDS[shared ? state : "none"];
  const banner = document.querySelector("[data-banner]");
  banner.textContent = state === "lost" ? LOST : "";
}

/** A test's questions are drawn by the kernel for each visitor: the page only kept their place. */
function redraw(key, sheet) {
  const drawn = draw(sheet, tabStore(key));
  islands.get(key).element.replaceWith(drawn.element);
  islands.set(key, drawn);
}

/** Called by the kernel's own drawing of a widget: true if an island stands for it already. */
function adopt(sheet, model) {
  const key = keyOf(sheet);
  if (!islands.has(key)) return null;
  if (sheet.policy?.mode === "exam") redraw(key, sheet);
  const drawn = islands.get(key);
  const leave = join(drawn, model);
  unjoined.delete(key);
  if (unjoined.size === 0) setKernel("connected");
  watch(model.widget_manager?.kernel);
  return leave;
}

let watched = null;

/** A kernel that restarts has forgotten us for good; a cut line may come back. */
function watch(kernel) {
  if (!kernel || watched === kernel) return;
  watched = kernel;
  let gone = false;
  const lose = () => {
    gone = true;
    for (const drawn of islands.values()) drawn.link.send = () => {};
    setKernel("lost");
  };
  kernel.disposed.connect(lose);
  kernel.statusChanged.connect((_, status) => {
    if (["dead", "restarting", "autorestarting", "terminating"].includes(status)) lose();
  });
  kernel.connectionStatusChanged.connect((_, status) => {
    if (!gone) setKernel(status === "connected" ? "connected" : "lost");
  });
}

function cookie(name) {
  return document.cookie.match(`\\b${name}=([^;]*)`)?.[1] ?? "";
}

async function askForKernel(address) {
  setKernel("starting");
  try {
    const response = await fetch(address, { method: "POST", headers: { "X-XSRFToken": cookie("_xsrf") } });
    const part = await response.text();
    if (!response.ok || !part.includes("jupyter-config-data")) throw new Error("no kernel");
    openBackstage(part, ATTEMPTS);
  } catch {
    setKernel("none");
  }
}

/** Voila's front end works in a frame nobody sees; if it does not join our islands, it starts over. */
function openBackstage(part, attempts) {
  const stage = make("iframe", { className: "tb-backstage", srcdoc: part, title: "Connection", inert: true });
  document.body.append(stage);
  setTimeout(() => {
    if (unjoined.size === 0) return;
    stage.remove();
    if (attempts > 1) openBackstage(part, attempts - 1);
    else setKernel("none");
  }, PATIENCE);
}

function whenQuiet(task) {
  const idle = globalThis.requestIdleCallback ?? ((then) => setTimeout(then, 200));
  const later = () => idle(task, { timeout: 2000 });
  if (document.readyState === "complete") later();
  else addEventListener("load", later);
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

export function start() {
  offerPrint();
  openPlaces();
  globalThis[PAGE] = { adopt };
  drawIslands();
  const { kernel, idle, home } = document.body.dataset;
  offerListening();
  guardTraces({ minutes: Number(idle ?? 0), home });
  if (kernel && islands.size) whenQuiet(() => askForKernel(kernel));
}

start();
