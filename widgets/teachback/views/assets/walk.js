// The walk through a quiz: one question at a time or all on a page, back and next, progress.

import { make, show } from "./dom.js";

/** `on` hears go(place) and toggle(); `update` says where we are and what may be pressed. */
export function drawWalk(on, fixed) {
  const back = make("button", { type: "button", className: "tb-button tb-quiet-button", onclick: () => on.go(-1) }, "Back");
  const next = make("button", { type: "button", className: "tb-button tb-primary", onclick: () => on.go(1) }, "Next question");
  const nav = make("div", { className: "tb-walk" }, back, next);
  const toggle = make("button", { type: "button", className: "tb-link", hidden: fixed, onclick: on.toggle });
  const progress = make("p", { className: "tb-progress", attrs: { role: "status" } });
  const dots = make("div", { className: "tb-dots", attrs: { "aria-hidden": "true" } });

  function update({ one, place, count, done, mayGoOn, over }) {
    nav.hidden = !one || count < 2;
    toggle.hidden = fixed || count < 2;
    back.disabled = place === 0;
    next.hidden = place === count - 1;
    next.disabled = !mayGoOn;
    show(toggle, one ? "Show all questions on one page" : "Show one question at a time");
    show(progress, `${one ? `Question ${place + 1} of ${count}. ` : ""}${done} of ${count} questions answered.${over ? " How it went is told below." : ""}`);
    show(dots, ...Array.from({ length: count }, (_, n) => make("span", { className: `tb-dot${n < done ? " is-done" : ""}${one && n === place ? " is-here" : ""}` })));
  }

  return { nav, toggle, progress, dots, update };
}
