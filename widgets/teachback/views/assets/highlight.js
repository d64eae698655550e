// Highlighting: passages of a note as buttons that stay pressed.

import { DRAWERS } from "./control.js";
import { make } from "./dom.js";

function drawHighlight(control, onChange) {
  const buttons = {};

  function drawPiece({ text, option }) {
    if (!option) return make("span", { className: "tb-plain" }, `${text} `);
    const button = make("button", { type: "button", className: "tb-passage", attrs: { "aria-pressed": "false" } }, text);
    button.onclick = () => {
      press(button, button.getAttribute("aria-pressed") !== "true");
      onChange(read());
    };
    buttons[option] = button;
    return button;
  }

  const press = (button, pressed) => button.setAttribute("aria-pressed", String(pressed));
  const pieces = (line) => line.pieces.flatMap((piece) => [drawPiece(piece), " "]);
  const titled = control.lines.some((line) => line.title);
  const note = titled
    ? make("table", { className: "tb-note tb-pairs" }, make("tbody", {}, ...control.lines.map((line) => make("tr", {}, make("th", { attrs: { scope: "row" } }, line.title ?? ""), make("td", {}, ...pieces(line))))))
    : make("div", { className: "tb-note" }, ...control.lines.map((line) => make("p", {}, ...pieces(line))));

  function read() {
    return control.options.map((option) => option.id).filter((id) => buttons[id].getAttribute("aria-pressed") === "true");
  }

  function write(answer) {
    const pressed = new Set(answer ?? []);
    for (const [id, button] of Object.entries(buttons)) press(button, pressed.has(id));
  }

  return { elements: [note], read, write, focus: () => Object.values(buttons)[0].focus() };
}

DRAWERS.highlight = drawHighlight;
