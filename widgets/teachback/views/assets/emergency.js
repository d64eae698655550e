// The emergency screen: at once, with whom to call and what to say; it stays until it was read.

import { EMERGENCY } from "./advise.js";
import { freshId, make, show } from "./dom.js";

const CALLS_FOR_OTHER = 'If you call for someone else, say: "They have breast cancer in their bones."';

export function drawEmergency(sheet, onRead) {
  const id = freshId("emergency");
  const level = sheet.levels.find((one) => one.rank === EMERGENCY);
  const heading = make("h3", { id, tabIndex: -1 }, level.name);
  const why = make("div", {});
  const other = make("p", { hidden: true }, CALLS_FOR_OTHER);
  const call = callLink(sheet.numbers.emergency, "tb-call");
  const read = make("button", { type: "button", className: "tb-button tb-read", onclick: onRead }, "I have read this. Go on with the list.");
  const inner = make("div", { className: "tb-emergency-inner" }, heading, make("p", { className: "tb-emergency-words" }, level.text), other, call, why, read);
  const alert = make("div", { attrs: { role: "alert" } });
  const element = make("section", { className: "tb-emergency", hidden: true, attrs: { "aria-labelledby": id } }, alert);

  /** `reasons` is empty when there is no emergency; `stopped` while it has not been read. */
  function update(reasons, stopped, forOther) {
    const urgent = reasons.length > 0;
    show(why, urgent ? make("p", {}, "Why:") : null, urgent ? make("ul", {}, ...reasons.map((reason) => make("li", {}, reason))) : null);
    read.hidden = !stopped;
    other.hidden = !forOther;
    element.classList.toggle("is-read", urgent && !stopped);
    const shown = !element.hidden && alert.contains(inner);
    element.hidden = !urgent;
    if (urgent && !shown) alert.replaceChildren(inner);
    if (!urgent) alert.replaceChildren();
  }

  return { element, update, focus: () => heading.focus() };
}

export function callLink(number, className) {
  return make("a", { className: `tb-button ${className}`, href: `tel:${number.replace(/[^0-9+]/g, "")}` }, `Call ${number}`);
}
