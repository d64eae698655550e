// A number with its unit; what is outside the range is said at once and is no answer.

import { DRAWERS } from "./control.js";
import { freshId, make } from "./dom.js";

function drawNumber(control, onChange) {
  const id = freshId("number");
  const help = freshId("range");
  const input = make("input", { id, type: "number", step: "any", inputMode: "decimal", className: "tb-number", oninput: take, attrs: { "aria-describedby": help } });
  const only = control.units.length === 1;
  const unit = only
    ? make("span", { className: "tb-unit" }, control.units[0])
    : make("select", { className: "tb-select", onchange: take, attrs: { "aria-label": "Unit" } }, make("option", { value: "" }, "Unit"), ...control.units.map((one) => make("option", { value: one }, one)));
  const range = make("p", { id: help, className: "tb-hint" }, `A number from ${control.least} to ${control.most}${only ? ` ${control.units[0]}` : ""}.`);

  function take() {
    onChange(read());
  }

  function read() {
    const value = input.valueAsNumber;
    const chosen = only ? control.units[0] : unit.value;
    const out = Number.isNaN(value) || value < control.least || value > control.most;
    input.setAttribute("aria-invalid", String(input.value !== "" && out));
    return out || !chosen ? undefined : { value, unit: chosen };
  }

  function write(answer) {
    if (answer && input.valueAsNumber !== answer.value) input.value = answer.value;
    if (!answer && read()) input.value = "";
    if (!only && answer) unit.value = answer.unit;
  }

  const line = make("div", { className: "tb-entry" }, make("label", { htmlFor: id }, "Your answer"), input, unit);
  return { elements: [line, range], read, write, focus: () => input.focus() };
}

DRAWERS.enter_number = drawNumber;
