// A page that may get a kernel: asks for one, lets it join the islands, and tells how it stands.

import { make } from "./dom.js";
import { islands, keyOf } from "./page.js";
import { tabStore } from "./store.js";
import { draw, join, PAGE } from "./widget.js";

let asked = null;
const unjoined = new Set(islands.keys());
const WORDS = {
  none: "Your answers stay in this browser tab until you close it. They are not shared with a teacher.",
  starting: "Your answers stay in this browser tab until you close it. They are not shared with a teacher.",
  connected: "",
  lost: "",
};
const PATIENCE = 15_000;
const ATTEMPTS = 3;
const LOST = "The connection is lost. Your answers are still on this page. You can go on.";

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
    asked = null; // whatever asked may ask again
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

/** Ask for the page's kernel; a view calls this through the page when it needs Python. */
function ask() {
  asked ??= askForKernel(document.body.dataset.kernel);
  return asked;
}

globalThis[PAGE] = { adopt, ask };
if (document.body.dataset.kernelWhen === "always") whenQuiet(ask);
