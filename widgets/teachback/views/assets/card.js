// The card of one question: what is asked, the answer, how sure, the hint, and the reasons.

import { drawControl, isEmpty, openParts } from "./control.js";
import { make, show } from "./dom.js";
import { mark } from "./evaluate.js";
import { drawExhibit } from "./exhibit.js";
import { reasonsOf } from "./feedback.js";

/** `on` hears choose(id, answer), check(id), sure(id, level) and hint(id). */
export function drawCard(question, sheet, on) {
  const { mode, attempts, rightAnswer } = sheet.policy;
  const control = drawControl(question.control, question.ask, (answer) => on.choose(question.id, answer));
  const count = make("p", { className: "tb-count", tabIndex: -1 });
  const sure = sheet.confidence.length ? drawSure(sheet.confidence, (level) => on.sure(question.id, level)) : null;
  const button = mode === "practice" ? make("button", { type: "submit", className: "tb-button" }, "Check my answer") : null;
  const hintWords = make("p", { className: "tb-hint-shown", attrs: { role: "status" } });
  const hint = question.hint ? make("button", { type: "button", className: "tb-button tb-quiet-button", onclick: () => on.hint(question.id) }, "Give me a hint") : null;
  const feedback = make("div", { className: "tb-feedback", tabIndex: -1, attrs: { role: "status" } });
  const form = make(
    "form",
    { className: "tb-card", onsubmit: submit, attrs: { "data-question": question.id, novalidate: "" } },
    count,
    question.exhibit ? drawExhibit(question.exhibit) : null,
    control.element,
    hint ? hintWords : null,
    sure?.element,
    button || hint ? make("div", { className: "tb-actions" }, button, hint) : null,
    feedback,
  );

  function submit(event) {
    event.preventDefault();
    const answer = control.read();
    const open = openParts(question.control, answer);
    if (mode !== "practice") return;
    if (isEmpty(answer) || open) {
      show(feedback, make("p", {}, isEmpty(answer) ? "Choose an answer first." : `${open} still open. Fill in every place first.`));
      control.focus();
    } else if (sure && !sure.read()) {
      show(feedback, make("p", {}, "Say how sure you are first."));
      sure.focus();
    } else {
      on.check(question.id);
    }
  }

  let last = null;

  /** `shown` says whether the reasons may be seen now; `key` is what an exam kept back. */
  function update({ answer, checked, tries, level, hinted, shown, key, closed, words }) {
    show(count, words);
    const now = JSON.stringify([answer, checked, tries, level, hinted, shown, Boolean(key), closed]);
    if (now === last) return;
    last = now;
    control.write(answer);
    sure?.write(level);
    if (hint) {
      hint.hidden = hinted;
      show(hintWords, hinted ? `Hint: ${question.hint}` : "");
    }
    const result = shown && checked ? mark({ ...question, ...key }, answer) : null;
    const usedUp = checked && attempts !== null && tries >= attempts && mode === "practice";
    const done = closed || (usedUp && result?.verdict !== "right") || false;
    button?.classList.toggle("tb-primary", !isEmpty(answer) && !checked);
    form.dataset.verdict = result ? result.verdict : "";
    const withMissed = rightAnswer === "at_once" || rightAnswer === "at_end" || (rightAnswer === "after_attempts" && (usedUp || attempts === null));
    show(feedback, ...(result ? reasonsOf({ ...question, ...key }, result, withMissed) : []), usedUp && done ? make("p", {}, "That was the last try for this question.") : null);
    if (done && form.contains(document.activeElement)) feedback.focus();
    control.freeze(done);
    if (button) button.hidden = done;
  }

  return { id: question.id, question, element: form, update, focus: control.focus, focusCount: () => count.focus() };
}

function drawSure(levels, onLevel) {
  const options = levels.map(({ level, text }) => ({ id: String(level), text }));
  const control = drawControl({ kind: "pick_one", options }, "How sure are you?", (id) => onLevel(Number(id)));
  control.element.classList.add("tb-sure");
  return { element: control.element, read: control.read, write: (level) => control.write(level ? String(level) : undefined), focus: control.focus };
}
