// Use without trace: everything can be cleared, and on a shared device it clears itself.

import { make } from "./dom.js";
import { READING } from "./listen.js";
import { forgetAll, hasAnswers, keep, kept } from "./store.js";

const EVERYTHING = "teachback";
const SECOND = 1000;
const WARNING = 60 * SECOND;
const USES = ["pointerdown", "keydown", "scroll", "touchstart", "afterprint", READING];
const CLEARED = "teachback-cleared";
const PRESSED = "teachback-pressed";
const USED = "teachback-used";
const ALL_CLEARED = "All your answers are cleared, on all pages.";

function clearTab(what) {
  forgetAll(what);
  keep(CLEARED, String(Date.now()));
}

/** On a shared device, what was left here too long ago is not shown to who comes next. */
export function forgetLastVisitor({ minutes }) {
  const used = Number(kept(USED) ?? Date.now());
  if (minutes && Date.now() - used > minutes * 60 * SECOND + WARNING) clearTab(EVERYTHING);
}

/** Offer to clear on every page; on a shared device clear after `minutes` without use. */
export function guardTraces({ minutes, home }) {
  const drawn = kept(CLEARED);
  const pressed = kept(PRESSED);
  keep(PRESSED, "");
  [...document.querySelectorAll("[data-clear]")].forEach((button, n) => offerClearing(button, n, pressed === String(n)));
  // The Back button may show a page as it was before: such a page is drawn anew, unseen.
  addEventListener("pageshow", ({ persisted }) => {
    const gathers = document.querySelector("[data-teachback=my-page]");
    if (!persisted || (kept(CLEARED) === drawn && !gathers)) return;
    document.body.hidden = true;
    location.reload();
  });
  if (minutes) watchIdle(minutes * 60 * SECOND, new URL(home || "./", location.href));
}

/** The page is drawn anew without answers; the button then has the focus again, and says so. */
function offerClearing(button, n, wasPressed) {
  const said = make("p", { className: "tb-cleared", attrs: { role: "status" } });
  button.hidden = false;
  button.after(said);
  button.onclick = () => {
    clearTab();
    keep(PRESSED, String(n));
    location.reload();
  };
  if (!wasPressed) return;
  button.focus({ preventScroll: true });
  setTimeout(() => (said.textContent = ALL_CLEARED), 200);
}

function watchIdle(allowed, home) {
  const left = make("strong");
  const id = "tb-idle-words";
  const stay = make("button", { type: "button", className: "tb-button tb-primary", onclick: use }, "I am still here");
  const clear = make("button", { type: "button", className: "tb-button", onclick: leave }, "Clear my answers now");
  const words = make("p", { id }, "Many people use this device. Your answers will be cleared in ", left, ".");
  const dialog = make("dialog", { className: "tb tb-idle", attrs: { "aria-labelledby": "tb-idle-title", "aria-describedby": id } }, make("h2", { id: "tb-idle-title" }, "Are you still there?"), words, make("div", { className: "tb-actions" }, stay, clear));
  let used = Date.now();

  function use() {
    used = Date.now();
    if (dialog.open) dialog.close();
  }

  function leave() {
    clearTab(EVERYTHING);
    location.replace(home);
  }

  /** A start page that holds nothing has nothing to clear. */
  function tick() {
    if (!hasAnswers() && location.pathname === home.pathname) use();
    keep(USED, String(used));
    const idle = Date.now() - used - allowed;
    if (idle >= WARNING) leave();
    else if (idle >= 0) {
      left.textContent = `${Math.ceil((WARNING - idle) / SECOND)} seconds`;
      if (!dialog.open) dialog.showModal();
    }
  }

  document.body.append(dialog);
  dialog.addEventListener("cancel", use);
  dialog.addEventListener("click", ({ target }) => target === dialog && use());
  for (const name of USES) addEventListener(name, () => dialog.open || use(), { passive: true, capture: true });
  addEventListener("pageshow", use);
  setInterval(tick, SECOND);
}
