// Use without trace: everything can be cleared, and on a shared device it clears itself.

import { make } from "./dom.js";
import { forgetAll } from "./store.js";

const SECOND = 1000;
const WARNING = 60;
const USED = ["pointerdown", "keydown", "scroll", "touchstart"];
const EPOCH = "teachback-cleared";

/** Clear every answer of this tab and show the page as a new reader finds it. */
function clearTab(go) {
  forgetAll();
  try {
    sessionStorage.setItem(EPOCH, String(Date.now()));
  } catch {
    // Nothing is kept here, so nothing can come back.
  }
  go();
}

function lastCleared() {
  try {
    return sessionStorage.getItem(EPOCH);
  } catch {
    return null;
  }
}

/** Offer to clear on every page; on a shared device clear after `minutes` without use. */
export function guardTraces({ minutes, home }) {
  const drawn = lastCleared();
  for (const button of document.querySelectorAll("[data-clear]")) {
    button.hidden = false;
    button.onclick = () => clearTab(() => location.reload());
  }
  // The Back button may show a page as it was before the clearing: such a page is drawn anew.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted && lastCleared() !== drawn) location.reload();
  });
  if (minutes) watchIdle(minutes, home);
}

function watchIdle(minutes, home) {
  const left = make("strong");
  const stay = make("button", { type: "button", className: "tb-button tb-primary", onclick: () => use() }, "I am still here");
  const dialog = make("dialog", { className: "tb tb-idle", attrs: { "aria-labelledby": "tb-idle-title" } }, make("h2", { id: "tb-idle-title" }, "Are you still there?"), make("p", {}, "This device is shared. Your answers will be cleared in ", left, "."), stay);
  let used = Date.now();
  const use = () => {
    used = Date.now();
    if (dialog.open) dialog.close();
  };
  document.body.append(dialog);
  dialog.addEventListener("cancel", use);
  for (const name of USED) addEventListener(name, () => dialog.open || use(), { passive: true });
  setInterval(() => {
    const idle = (Date.now() - used) / SECOND - minutes * 60;
    if (idle >= WARNING) clearTab(() => location.replace(home));
    else if (idle >= 0) {
      left.textContent = `${Math.ceil(WARNING - idle)} seconds`;
      if (!dialog.open) dialog.showModal();
    }
  }, SECOND);
}
