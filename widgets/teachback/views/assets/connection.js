// A page that may get a kernel: asks for one, lets it join the islands, and tells how it stands.

import { make } from "./dom.js";
import { islands, keyOf } from "./page.js";
import { announce, setKernel } from "./standing.js";
import { tabStore } from "./store.js";
import { draw, join, PAGE } from "./widget.js";

let asked = null;
const leaving = []; // how each drawing leaves the kernel's models
let startOver = () => {};
const unjoined = new Set(islands.keys());
const FULL = "Many people are here now. You can read and answer. This page connects when there is room.";
const PATIENCE = 15_000;
const ATTEMPTS = 3;
const MS = 1000;
const AWAKE = 60_000;
const IDLE_WARNING = 300; // seconds before the end
const ENDING = "You have not answered for a while, so the connection will end soon. Your answers stay on this page.";

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
  if (sheet.policy?.mode === "exam" && !islands.get(key).link.joined) redraw(key, sheet);
  const drawn = islands.get(key);
  const leave = join(drawn, model);
  leaving.push(leave);
  unjoined.delete(key);
  if (unjoined.size === 0) setKernel("connected");
  watch(model.widget_manager?.kernel);
  stayWith(drawn, model);
  return leave;
}

let watched = null;

/** The drawings go on by themselves: they say nothing, and hear nothing that a kernel remembers. */
function leaveKernel(why) {
  for (const leave of leaving.splice(0)) leave();
  for (const drawn of islands.values()) drawn.link.send = () => {};
  setKernel("lost", why);
}

/** A kernel that restarts has forgotten us for good; a cut line may come back. */
// What was under way then may be lost, and Voila's front end would wait for ever: so it starts over.
function watch(kernel) {
  if (!kernel || watched === kernel) return;
  watched = kernel;
  let gone = false;
  let cut = false;
  const lose = () => {
    gone = true;
    leaveKernel("gone");
  };
  kernel.disposed.connect(lose);
  kernel.statusChanged.connect((_, status) => {
    if (["dead", "restarting", "autorestarting", "terminating"].includes(status)) lose();
  });
  kernel.connectionStatusChanged.connect((_, status) => {
    if (gone || watched !== kernel) return;
    if (status !== "connected") leaveKernel("cut");
    else if (cut) setTimeout(startOver);
    cut = status !== "connected";
  });
}

let lastUse = Date.now();
let stayConnected = () => {};
let warnedIdle = false;
let idleWatch = 0;

/** Every answer that is sent keeps the kernel; so does the button, which sends nothing of use. */
function stayWith(drawn, model) {
  const { send } = drawn.link;
  drawn.link.send = (...said) => {
    useKernel();
    send(...said);
  };
  stayConnected = () => {
    useKernel();
    model.send({});
  };
  useKernel();
  if (drawn.whenLost) keepAwake(drawn.element);
}

/** A test tells the kernel nothing until it is handed in: whoever works on it is there all the same. */
function keepAwake(element) {
  const stay = () => Date.now() - lastUse > AWAKE && stayConnected();
  for (const event of ["click", "change"]) element.addEventListener(event, stay);
}

function useKernel() {
  lastUse = Date.now();
  if (warnedIdle) announce("");
  warnedIdle = false;
}

/** A kernel that is not used for so long ends: say so before it happens. */
function endsUnused(seconds) {
  clearInterval(idleWatch);
  const warning = Math.min(IDLE_WARNING, seconds / 2) * MS;
  idleWatch = setInterval(() => {
    const left = lastUse + seconds * MS - Date.now();
    if (document.documentElement.dataset.teachbackKernel !== "connected" || warnedIdle || left > warning) return;
    warnedIdle = true;
    const keep = make("button", { type: "button", className: "tb-link", onclick: () => stayConnected() }, "Stay connected");
    announce(`${ENDING} `, keep);
  }, MS);
}

function cookie(name) {
  return document.cookie.match(`\\b${name}=([^;]*)`)?.[1] ?? "";
}

async function askForKernel(address) {
  setKernel("starting");
  try {
    const response = await fetch(address, { method: "POST", headers: { "X-XSRFToken": cookie("_xsrf") } });
    if (response.status === 503) return waitForRoom(address, Number(response.headers.get("Retry-After")));
    const part = await response.text();
    if (!response.ok || !part.includes("jupyter-config-data")) throw new Error("no kernel");
    openBackstage(part, ATTEMPTS);
  } catch {
    setKernel("none");
    asked = null; // whatever asked may ask again
  }
}

/** As many kernels run as may run: the page goes on without one, and asks again later. */
function waitForRoom(address, seconds) {
  setKernel("none");
  tellWaiting("full");
  announce(FULL);
  setTimeout(() => askForKernel(address), (seconds || 20) * MS * (1 + Math.random()));
}

/** Voila's front end works in a frame nobody sees; if it does not join our islands, it starts over. */
function openBackstage(part, attempts) {
  const stage = make("iframe", { className: "tb-backstage", srcdoc: part, title: "Connection", inert: true });
  document.body.append(stage);
  startOver = () => {
    stage.remove();
    for (const key of islands.keys()) unjoined.add(key);
    openBackstage(part, ATTEMPTS);
  };
  setTimeout(() => {
    if (unjoined.size === 0 || !stage.isConnected) return;
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

globalThis[PAGE] = { adopt, ask, endsUnused };
if (document.body.dataset.kernelWhen === "always") whenQuiet(ask);
