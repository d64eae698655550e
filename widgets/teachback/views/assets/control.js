// Controls: one native fieldset for each, drawn once and updated in place.

import { freshId, make } from "./dom.js";

/** How each kind is drawn; the kinds that only quizzes have add themselves. */
export const DRAWERS = { pick_one: drawPicks, pick_many: drawPicks };

/** Draw `control` under the words `legend`; `onChange(answer)` hears each new answer. */
export function drawControl(control, legend, onChange) {
  const hint = hintOf(control);
  const hintId = freshId("hint");
  const inner = DRAWERS[control.kind](control, onChange);
  const fieldset = make(
    "fieldset",
    { className: `tb-control tb-${control.kind}`, attrs: hint ? { "aria-describedby": hintId } : {} },
    make("legend", { className: "tb-legend" }, legend),
    hint ? make("p", { className: "tb-hint", id: hintId }, hint) : null,
    ...inner.elements,
  );
  const freeze = (closed) => Object.assign(fieldset, { disabled: closed });
  return { element: fieldset, read: inner.read, write: inner.write, focus: inner.focus, freeze };
}

function hintOf(control) {
  if (control.hint) return control.hint;
  if (control.kind === "pick_many") return control.most ? `Choose ${control.most}.` : "Choose all that fit.";
  if (control.kind === "highlight") return "Press each part that you want to mark. Press again to take the mark away.";
  if (control.kind === "parts") return PART_HINTS[control.look];
  return null;
}

const PART_HINTS = {
  groups: "Choose all that fit in each group.",
  columns: "Tick all that fit in each column.",
  rows: "Choose one in each row.",
  sentence: "Fill each blank.",
  list: "Choose one for each.",
  bow_tie: "Choose two actions, one condition, and two things to watch.",
};

/** Radio buttons or checkboxes in rows that can be hit anywhere; too many picks are not taken. */
export function drawPicks(control, onChange) {
  const many = control.kind === "pick_many";
  const name = freshId("control");
  const inputs = control.options.map((option) =>
    make("input", { type: many ? "checkbox" : "radio", name, value: option.id, onchange: () => take() }),
  );
  const rows = control.options.map((option, n) => make("label", { className: "tb-row" }, inputs[n], make("span", {}, option.text)));

  function take() {
    bound();
    onChange(read());
  }

  /** When there is no room for more, what is not chosen says so and cannot be chosen. */
  function bound() {
    if (!control.most) return;
    const full = inputs.filter((input) => input.checked).length >= control.most;
    for (const input of inputs) input.disabled = full && !input.checked;
  }

  function read() {
    const picked = inputs.filter((input) => input.checked).map((input) => input.value);
    return many ? picked : picked[0];
  }

  function write(answer) {
    const picked = new Set(Array.isArray(answer) ? answer : [answer]);
    for (const input of inputs) input.checked = picked.has(input.value);
    bound();
  }

  return { elements: [make("div", { className: "tb-rows" }, ...rows)], read, write, focus: () => inputs[0].focus() };
}

/** Whether `answer` is one that this control can give. */
export function allows(control, answer) {
  if (answer === null || answer === undefined) return false;
  if (control.kind === "parts") return allowsParts(control, answer);
  if (control.kind === "enter_number") return control.units.includes(answer.unit) && answer.value >= control.least && answer.value <= control.most;
  const ids = new Set(control.options.map((option) => option.id));
  if (control.kind === "pick_one") return typeof answer === "string" && ids.has(answer);
  return Array.isArray(answer) && answer.length <= (control.most ?? ids.size) && answer.every((id) => ids.has(id));
}

function allowsParts(control, answer) {
  const known = new Set(control.parts.map((part) => part.id));
  const open = (value) => value === null || value === undefined;
  return (
    typeof answer === "object" &&
    Object.keys(answer).every((id) => known.has(id)) &&
    control.parts.every((part) => open(answer[part.id]) || allows(part.control, answer[part.id]))
  );
}

/** How many places of an answer are still open; a list without a tick may be meant. */
export function openParts(control, answer) {
  if (control.kind !== "parts") return isEmpty(answer) ? 1 : 0;
  return control.parts.filter((part) => part.control.kind === "pick_one" && !answer?.[part.id]).length;
}

export function isEmpty(answer) {
  if (answer === null || answer === undefined || answer === "") return true;
  if (Array.isArray(answer)) return answer.length === 0;
  return typeof answer === "object" && Object.values(answer).every(isEmpty);
}
