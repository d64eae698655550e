// Controls of several parts: groups, blanks in a sentence, rows or columns of a table, a bow-tie.

import { DRAWERS, drawPicks } from "./control.js";
import { freshId, make, show } from "./dom.js";

const ARRANGE = { groups: inGroups, sentence: inSentence, rows: inTable, columns: inTable, list: inList, bow_tie: inBowTie };
const WINGS = { actions: "Actions to take", condition: "Condition most likely", parameters: "What to watch" };

const FITS_A_LIST = 24; // letters, on a phone as on a desk

/** Each part reads and writes its own answer; all together are an answer by part. */
function drawParts(control, onChange) {
  const change = () => onChange(read());
  const { elements, parts } = ARRANGE[control.look](control, change);

  function read() {
    return Object.fromEntries(control.parts.map((part, n) => [part.id, parts[n].read() ?? null]));
  }

  function write(answer) {
    control.parts.forEach((part, n) => parts[n].write(answer?.[part.id]));
  }

  return { elements, read, write, focus: () => parts[0].focus() };
}

function inGroups(control, change) {
  const parts = control.parts.map((part) => drawPicks(part.control, change));
  const elements = control.parts.map((part, n) =>
    make("fieldset", { className: "tb-subset" }, make("legend", {}, part.label), ...parts[n].elements),
  );
  return { elements, parts };
}

/** A list to choose from; what was chosen is told in full below it, where the list cuts it off. */
function drawSelect(part, change) {
  const id = freshId("blank");
  const options = part.control.options.map((option) => make("option", { value: option.id }, option.text));
  const select = make("select", { id, className: "tb-select", onchange: take }, make("option", { value: "" }, "Choose"), ...options);
  const whole = make("p", { className: "tb-whole", attrs: { "aria-hidden": "true" } });

  function take() {
    tell();
    change();
  }

  function tell() {
    const text = select.value ? select.selectedOptions[0].text : "";
    show(whole, text.length > FITS_A_LIST ? text : "");
  }

  function write(answer) {
    select.value = answer ?? "";
    tell();
  }

  return { id, select, whole, read: () => select.value || undefined, write, focus: () => select.focus() };
}

function inSentence(control, change) {
  const parts = control.parts.map((part) => drawSelect(part, change));
  const words = control.text.split(/\[([A-Za-z][\w-]*)\]/).map((piece, n) => {
    if (n % 2 === 0) return piece;
    const place = control.parts.findIndex((part) => part.id === piece);
    parts[place].select.setAttribute("aria-label", control.parts[place].label);
    return parts[place].select;
  });
  return { elements: [make("p", { className: "tb-sentence" }, ...words)], parts };
}

function inList(control, change) {
  const parts = control.parts.map((part) => drawSelect(part, change));
  const [about, blank] = control.headings;
  const cells = control.parts.map((part, n) => {
    const label = make("label", { htmlFor: parts[n].id }, part.label);
    return make("tr", {}, make("th", { attrs: { scope: "row" } }, label), make("td", {}, parts[n].select, parts[n].whole));
  });
  const head = about ? make("thead", {}, make("tr", {}, ...[about, blank].map((text) => make("th", { attrs: { scope: "col" } }, text)))) : null;
  return { elements: [make("table", { className: "tb-pairs" }, head, make("tbody", {}, ...cells))], parts };
}

function inBowTie(control, change) {
  const parts = control.parts.map((part) => drawSelect(part, change));
  const wings = Object.entries(WINGS).map(([wing, title]) => {
    const places = control.parts.map((part, n) => ({ part, drawn: parts[n] })).filter(({ part }) => part.pool === wing);
    const rows = places.map(({ part, drawn }) => make("div", { className: "tb-place" }, make("label", { htmlFor: drawn.id }, part.label), drawn.select, drawn.whole));
    return make("fieldset", { className: `tb-subset tb-wing tb-wing-${wing}` }, make("legend", {}, title), ...rows);
  });
  return { elements: [make("div", { className: "tb-tie" }, ...wings)], parts };
}

/** A table of radio buttons (a choice in each row) or checkboxes (a list in each column). */
function inTable(control, change) {
  const byRow = control.look === "rows";
  const columns = byRow ? control.parts[0].control.options : control.parts.map((part) => ({ id: part.id, text: part.label }));
  const rows = byRow ? control.parts.map((part) => ({ id: part.id, text: part.label })) : control.parts[0].control.options;
  const inputs = {};
  const lines = rows.map((row) => {
    const name = freshId("row");
    const cells = columns.map((column) => {
      const input = make("input", { type: byRow ? "radio" : "checkbox", name, onchange: change, attrs: { "aria-label": `${row.text}: ${column.text}` } });
      inputs[`${row.id} ${column.id}`] = input;
      return make("td", {}, make("label", { className: "tb-cell" }, input, make("span", { attrs: { "aria-hidden": "true" } }, column.text)));
    });
    return make("tr", {}, make("th", { attrs: { scope: "row" } }, row.text), ...cells);
  });
  const heads = ["", ...columns.map((column) => column.text)].map((text) => make(text ? "th" : "td", text ? { attrs: { scope: "col" } } : {}, text));
  const table = make("table", { className: "tb-matrix" }, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...lines));
  const at = (part, option) => inputs[byRow ? `${part.id} ${option.id}` : `${option.id} ${part.id}`];
  const parts = control.parts.map((part) => {
    const picked = () => part.control.options.filter((option) => at(part, option).checked).map((option) => option.id);
    const write = (answer) => {
      const chosen = new Set(Array.isArray(answer) ? answer : [answer]);
      for (const option of part.control.options) at(part, option).checked = chosen.has(option.id);
    };
    return { read: () => (byRow ? picked()[0] : picked()), write, focus: () => at(part, part.control.options[0]).focus() };
  });
  return { elements: [table], parts };
}

DRAWERS.parts = drawParts;
