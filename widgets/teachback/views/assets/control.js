// Controls: one native fieldset for each, drawn once and updated in place.

import { freshId, make } from "./dom.js";

const HINTS = { pick_many: "Choose all that fit." };

function row(control, name, option, onChange) {
  const type = control.kind === "pick_many" ? "checkbox" : "radio";
  const input = make("input", { type, name, value: option.id, onchange: onChange });
  return make("label", { className: "tb-row" }, input, make("span", {}, option.text));
}

/** Draw `control` under the words `legend`; `onChange(answer)` hears each new answer. */
export function drawControl(control, legend, onChange) {
  const name = freshId("control");
  const hint = HINTS[control.kind];
  const hintId = freshId("hint");
  const rows = control.options.map((option) => row(control, name, option, () => onChange(read())));
  const inputs = rows.map((one) => one.querySelector("input"));
  const fieldset = make(
    "fieldset",
    { className: `tb-control tb-${control.kind}`, attrs: hint ? { "aria-describedby": hintId } : {} },
    make("legend", { className: "tb-legend" }, legend),
    hint ? make("p", { className: "tb-hint", id: hintId }, hint) : null,
    make("div", { className: "tb-rows" }, ...rows),
  );

  function read() {
    const picked = inputs.filter((input) => input.checked).map((input) => input.value);
    return control.kind === "pick_many" ? picked : picked[0];
  }

  function write(answer) {
    const picked = new Set(Array.isArray(answer) ? answer : [answer]);
    for (const input of inputs) input.checked = picked.has(input.value);
  }

  return { element: fieldset, read, write, focus: () => inputs[0].focus() };
}

/** Whether `answer` is one that this control can give. */
export function allows(control, answer) {
  const ids = new Set(control.options.map((option) => option.id));
  if (control.kind === "pick_many") return Array.isArray(answer) && answer.every((id) => ids.has(id));
  return typeof answer === "string" && ids.has(answer);
}

export function isEmpty(answer) {
  return answer === undefined || answer.length === 0;
}
