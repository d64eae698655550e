// Making elements. Text enters as text, never as markup.

let counter = 0;

export function freshId(stem) {
  counter += 1;
  return `tb-${stem}-${counter}`;
}

// What the browser itself would fill in again, after Back say, may be somebody else's answers.
const KEEPING = ["form", "input", "select"];

/** An element with properties (className, onclick, ...), attributes under `attrs`, children. */
export function make(tag, { attrs = {}, ...properties } = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  if (KEEPING.includes(tag)) element.autocomplete = "off";
  for (const [name, value] of Object.entries(attrs)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Replace what `element` shows, but only if it differs: a status must not chatter. */
export function show(element, ...children) {
  const next = make("div", {}, ...children);
  if (element.innerHTML !== next.innerHTML) element.replaceChildren(...next.childNodes);
}
