// Listen: a section is read aloud by a voice of this device. Nothing is sent anywhere.

import { make } from "./dom.js";

const SPEEDS = [["Slower", 0.75], ["Usual speed", 1], ["Faster", 1.25]];
const SILENT = ".tb-cite, .tb-meaning, .tb-listen, button, svg, script, style, [hidden]";

/** Offer to read each section, as soon as there is a voice that needs no network. */
export function offerListening(main = document.querySelector("main")) {
  const synthesis = globalThis.speechSynthesis;
  if (!synthesis || !main) return;
  const language = document.documentElement.lang.slice(0, 2);
  const voice = () => synthesis.getVoices().find((one) => one.localService && one.lang.startsWith(language));
  let offered = false;
  const offer = () => {
    if (offered || !voice()) return;
    offered = true;
    const reader = drawReader(synthesis, voice);
    for (const heading of main.querySelectorAll(":scope > h2")) {
      const read = make("button", { type: "button", className: "tb-button tb-quiet-button tb-listen", onclick: () => reader.read(heading, read) }, make("span", { attrs: { "aria-hidden": "true" } }, "\u25B6 "), "Listen");
      read.setAttribute("aria-label", `Listen: ${heading.textContent}`);
      heading.after(read);
    }
    document.body.append(reader.element);
  };
  offer();
  synthesis.addEventListener?.("voiceschanged", offer);
  addEventListener("pagehide", () => synthesis.cancel());
}

/** The bar that pauses, goes on, stops, and sets the speed. */
function drawReader(synthesis, voice) {
  let speed = 1;
  let parts = [];
  let place = 0;
  let turn = 0;
  let from = null;
  const pause = make("button", { type: "button", className: "tb-button tb-primary", onclick: toggle }, "Pause");
  const stop = make("button", { type: "button", className: "tb-button tb-quiet-button", onclick: end }, "Stop");
  const speeds = SPEEDS.map(([words, rate]) => make("button", { type: "button", className: "tb-button tb-quiet-button", onclick: () => setSpeed(rate) }, words));
  const element = make("div", { className: "tb tb-reader", hidden: true, attrs: { role: "group", "aria-label": "Reading aloud" } }, pause, stop, ...speeds);
  let paused = false;

  function read(heading, button) {
    from = button;
    parts = partsOf(heading);
    place = 0;
    paused = false;
    element.hidden = false;
    pause.focus();
    speak();
  }

  /** One part after another: long utterances are cut off by some voices. */
  function speak() {
    turn += 1;
    const mine = turn;
    synthesis.cancel();
    for (const [n, part] of parts.entries()) part.classList.toggle("tb-spoken", n === place);
    show();
    if (place >= parts.length) return end();
    const words = new SpeechSynthesisUtterance(spokenText(parts[place]));
    Object.assign(words, { voice: voice(), rate: speed, lang: document.documentElement.lang });
    words.onend = () => {
      if (mine !== turn || paused) return;
      place += 1;
      speak();
    };
    synthesis.speak(words);
  }

  function toggle() {
    paused = !paused;
    if (paused) {
      turn += 1;
      synthesis.cancel();
      show();
    } else speak();
  }

  function setSpeed(rate) {
    speed = rate;
    if (paused) show();
    else speak();
  }

  function end() {
    turn += 1;
    synthesis.cancel();
    for (const part of parts) part.classList.remove("tb-spoken");
    element.hidden = true;
    from?.focus();
  }

  function show() {
    pause.textContent = paused ? "Go on" : "Pause";
    for (const [n, [, rate]] of SPEEDS.entries()) speeds[n].setAttribute("aria-pressed", String(rate === speed));
  }

  return { element, read };
}

/** The heading and what follows it up to the next one, as pieces that are spoken one by one. */
function partsOf(heading) {
  const found = [heading];
  for (let next = heading.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling) {
    if (next.matches("p, h3, h4")) found.push(next);
    else if (!next.matches(".tb-island, nav")) found.push(...next.querySelectorAll("li, p, tr, figcaption, summary, dt, dd"));
  }
  return found.filter((part) => spokenText(part));
}

function spokenText(part) {
  const copy = part.cloneNode(true);
  for (const term of copy.querySelectorAll(".tb-term")) term.replaceWith(term.textContent);
  for (const silent of copy.querySelectorAll(SILENT)) silent.remove();
  for (const cell of copy.querySelectorAll("td, th")) cell.append(". ");
  return copy.textContent.replace(/\s+/g, " ").trim();
}
