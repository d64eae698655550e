// A calculator: native inputs, every step shown, impossible values refused in words. It needs no kernel.

import { askedNow, calculate, rangeNow } from "./calculate.js";
import { drawControl } from "./control.js";
import { freshId, make, show } from "./dom.js";
import { SHEETS } from "./store.js";

/** Draw the calculator of `sheet`; what is entered stays in this tab. */
function drawCalculator(sheet, store) {
  const state = { given: {}, done: false, ...store.load() };
  const fields = sheet.inputs.map((one) => (one.options.length ? drawChoice(one, set) : drawEntry(one, set)));
  const button = make("button", { type: "submit", className: "tb-button tb-primary" }, "Calculate");
  const result = make("div", { className: "tb-feedback tb-sum", tabIndex: -1, attrs: { role: "status" } });
  const form = make("form", { className: "tb-card", onsubmit: submit, attrs: { novalidate: "", "data-question": sheet.key } }, ...fields.map((field) => field.element), button, result);
  const clear = make("button", { type: "button", className: "tb-button tb-quiet-button", onclick: clearAll }, "Clear");
  const root = make(
    "section",
    { className: "tb tb-calculator", attrs: { "data-teachback": "calculator", "data-key": sheet.key, "aria-label": sheet.title } },
    make("p", { className: "tb-intro" }, sheet.lead),
    make("p", { className: "tb-training" }, sheet.training),
    form,
    make("div", { className: "tb-foot" }, clear),
  );

  function set(id, value) {
    if (value === undefined) delete state.given[id];
    else state.given[id] = value;
    state.done = false;
    update();
  }

  /** Only what is asked now counts: a value under a question that went away is left out. */
  function given() {
    const asked = askedNow(sheet, state.given);
    return Object.fromEntries(Object.entries(state.given).filter(([id]) => asked.includes(id)));
  }

  function submit(event) {
    event.preventDefault();
    state.done = true;
    update();
    const [first] = calculate(sheet, given()).refusals;
    if (first) fields.find(({ id }) => id === first.id)?.focus();
    else result.focus();
  }

  function clearAll() {
    Object.assign(state, { given: {}, done: false });
    update();
    fields[0].focus();
  }

  function update() {
    store.save(state);
    const asked = askedNow(sheet, state.given);
    const came = state.done ? calculate(sheet, given()) : null;
    for (const field of fields) {
      field.element.hidden = !asked.includes(field.id);
      field.update(state.given, Boolean(came?.refusals.some(({ id }) => id === field.id)));
    }
    result.classList.toggle("is-result", Boolean(came && !came.refusals.length));
    show(result, ...(came ? linesOf(sheet, came) : []));
  }

  update();
  return { element: root };
}

function linesOf(sheet, came) {
  if (came.refusals.length) return [make("p", { className: "tb-verdict" }, "Not yet."), make("ul", {}, ...came.refusals.map(({ words }) => make("li", {}, words)))];
  return [
    make("p", { className: "tb-verdict" }, came.answer),
    make("p", {}, make("strong", {}, `${came.level}. `), came.action),
    make("h3", {}, "How it was calculated"),
    make("ol", { className: "tb-working" }, ...came.steps.map((step) => make("li", {}, step))),
    sheet.notes.length ? make("ul", {}, ...sheet.notes.map((note) => make("li", {}, note))) : null,
    make("p", { className: "tb-small" }, `${sheet.training} Source: ${sheet.sources.join(", ")}`),
  ];
}

function drawChoice(one, set) {
  const options = one.options.map(({ id, text }) => ({ id, text }));
  const control = drawControl({ kind: "pick_one", options }, one.ask, (answer) => set(one.id, answer));
  if (options.every(({ text }) => text.length < 3)) control.element.classList.add("tb-scale");

  function update(given, wrong) {
    control.write(given[one.id]);
    control.element.classList.toggle("is-wrong", wrong);
  }

  return { id: one.id, element: control.element, update, focus: control.focus };
}

/** A number with the unit and range that fit what was chosen above it. */
function drawEntry(one, set) {
  const id = freshId("number");
  const help = freshId("range");
  const input = make("input", { id, type: "number", step: "any", inputMode: "decimal", className: "tb-number", oninput: take, attrs: { "aria-describedby": help } });
  const unit = make("span", { className: "tb-unit" });
  const range = make("p", { id: help, className: "tb-hint" });
  const line = make("div", { className: "tb-entry" }, make("label", { htmlFor: id }, one.ask), input, unit);

  function take() {
    set(one.id, Number.isNaN(input.valueAsNumber) ? undefined : input.valueAsNumber);
  }

  function update(given, wrong) {
    const limits = rangeNow(one, given);
    show(unit, limits?.unit ?? "");
    show(range, limits ? `A number from ${limits.least} to ${limits.most} ${limits.unit}.` : "Choose the units first.");
    if (given[one.id] === undefined && !Number.isNaN(input.valueAsNumber)) input.value = "";
    if (given[one.id] !== undefined && input.valueAsNumber !== given[one.id]) input.value = given[one.id];
    input.setAttribute("aria-invalid", String(wrong));
  }

  return { id: one.id, element: make("div", { className: "tb-field" }, line, range), update, focus: () => input.focus() };
}

SHEETS.calculator = drawCalculator;
