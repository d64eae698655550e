// Listen: a section is read aloud by a voice of this device. Nothing is sent anywhere.

import { make } from "./dom.js";
import { keep, kept } from "./store.js";

const SPEEDS = [["Slow", 0.75], ["Usual speed", 1], ["Fast", 1.25], ["Very fast", 1.5]];
const SPEED = "teachback-speed";
export const READING = "teachback-reading";
const PIECES = "h1, h2, h3, h4, p, li, tr, dt, dd, figcaption, summary, legend, label";
const SILENT = ".tb-cite, .tb-meaning, button, svg, script, style, noscript, input, select, [hidden]";
const PASSED_OVER = "nav, script, .tb-tools, .tb-listen, .tb-reader, .tb-sources, .tb-symptom label, .tb-quiet, .tb-cleared";
const BROKEN_VOICE = "The voice of this device did not work.";

/** Offer to read each section, as soon as there is a voice that needs no network. */
export function offerListening(main = document.querySelector("main")) {
  const synthesis = globalThis.speechSynthesis;
  if (!synthesis || !globalThis.SpeechSynthesisUtterance) return;
  const language = document.documentElement.lang.slice(0, 2).toLowerCase();
  const speaks = (one) => one.localService === true && one.lang.toLowerCase().startsWith(language);
  const voice = () => synthesis.getVoices().filter(speaks).sort((one, other) => other.default - one.default)[0];
  let reader = null;
  const offer = () => {
    if (reader || !voice()) return;
    reader = drawReader(synthesis, voice);
    for (const heading of main.querySelectorAll(":scope > h1, :scope > h2")) offerSection(heading, reader);
    main.append(reader.said);
  };
  offer();
  synthesis.addEventListener?.("voiceschanged", offer);
  addEventListener("pagehide", () => reader?.end());
}

/** The button stands in the space above its heading, so that nothing moves when it comes. */
function offerSection(heading, reader) {
  const button = make("button", { type: "button", className: "tb-listen", onclick: () => reader.read(heading, button) }, make("span", { className: "tb-speaker", attrs: { "aria-hidden": "true" } }), "Listen");
  button.setAttribute("aria-label", `Listen: ${spokenText(heading)}`);
  heading.before(button);
}

/** The bar that pauses, goes on, stops, and sets the speed. */
function drawReader(synthesis, voice) {
  let [parts, place, turn, paused, from, title] = [[], 0, 0, false, null, ""];
  let speed = SPEEDS.some(([, rate]) => String(rate) === kept(SPEED)) ? Number(kept(SPEED)) : 1;
  const said = make("p", { className: "tb-unseen", attrs: { role: "status" } });
  const pause = make("button", { type: "button", className: "tb-button tb-primary", onclick: toggle });
  const stop = make("button", { type: "button", className: "tb-button", onclick: () => end("Stopped.") }, "Stop");
  const rates = make("select", { className: "tb-select", onchange: () => setSpeed(Number(rates.value)), attrs: { "aria-label": "Speed" } }, ...SPEEDS.map(([words, rate]) => make("option", { value: String(rate), selected: rate === speed }, words)));
  const element = make("div", { className: "tb tb-reader", hidden: true, attrs: { role: "group", "aria-label": "Reading aloud" } }, pause, stop, rates);

  element.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") end("Stopped.");
  });

  function read(heading, button) {
    mark(-1);
    [parts, place, paused, from, title] = [partsOf(heading), 0, false, button, spokenText(heading)];
    button.after(element);
    element.hidden = false;
    document.documentElement.classList.add("tb-is-reading");
    pause.focus();
    said.textContent = `Reading aloud: ${title}`;
    speak();
  }

  /** One part after another: a long text is cut off by some voices. */
  function speak() {
    const mine = (turn += 1);
    synthesis.cancel();
    pause.textContent = "Pause";
    if (place >= parts.length) return end("That was the end of this section.");
    if (!voice()) return end(BROKEN_VOICE);
    mark(place);
    const words = new SpeechSynthesisUtterance(spokenText(parts[place]));
    Object.assign(words, { voice: voice(), lang: voice().lang, rate: speed });
    words.onend = () => mine === turn && goOn();
    words.onerror = () => mine === turn && end(BROKEN_VOICE);
    dispatchEvent(new Event(READING));
    synthesis.speak(words);
  }

  function goOn() {
    place += 1;
    speak();
  }

  /** Browsers forget a paused voice; so the part that was cut is read again from its start. */
  function toggle() {
    paused = !paused;
    said.textContent = paused ? "Paused." : "Going on.";
    if (!paused) return speak();
    turn += 1;
    synthesis.cancel();
    pause.textContent = "Go on";
  }

  function setSpeed(rate) {
    speed = rate;
    keep(SPEED, String(rate));
    if (!paused) speak();
  }

  function end(words = "") {
    if (element.hidden) return;
    turn += 1;
    synthesis.cancel();
    mark(-1);
    said.textContent = words;
    const held = element.contains(document.activeElement);
    element.hidden = true;
    document.documentElement.classList.remove("tb-is-reading");
    if (held) from.focus();
  }

  /** What is read is tinted; the page follows only while the reader looks at it. */
  function mark(now) {
    const before = parts.findIndex((part) => part.classList.contains("tb-spoken"));
    const follows = before < 0 || isInView(parts[before]);
    parts.forEach((part, n) => part.classList.toggle("tb-spoken", n === now));
    if (now >= 0 && follows) parts[now].scrollIntoView({ block: "nearest" });
  }

  return { said, read, end };
}

function isInView(part) {
  const { top, bottom } = part.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** The heading and what can be seen after it, up to the next one, as pieces read one by one. */
function partsOf(heading) {
  const found = [heading];
  for (let next = heading.nextElementSibling; next && !next.matches("h1, h2"); next = next.nextElementSibling) {
    for (const piece of next.matches(PIECES) ? [next] : next.querySelectorAll(PIECES)) {
      if (!piece.closest(PASSED_OVER) && !found.some((one) => one.contains(piece))) found.push(piece);
    }
  }
  return found.filter((piece) => (piece.checkVisibility?.() ?? true) && spokenText(piece));
}

function spokenText(part) {
  const copy = part.cloneNode(true);
  for (const term of copy.querySelectorAll(".tb-term")) term.replaceWith(term.textContent);
  for (const silent of copy.querySelectorAll(SILENT)) silent.remove();
  for (const cell of copy.querySelectorAll("td, th")) cell.append(". ");
  return copy.textContent.replace(/\s+/g, " ").trim();
}
