// "Where does it hurt?": a list, and beside it the bones to tap. Both say the same; the list says it aloud.

import { drawPicks } from "./control.js";
import { make, show } from "./dom.js";

const SVG_SPACE = "http://www.w3.org/2000/svg";
const MARKED_AS = { yes: "Yes", unsure: "Not sure" };

/** `onChange(places)` hears the places that hurt; `update` shows the state. */
export function drawBodyMap(sheet, onChange) {
  const picks = drawPicks({ kind: "pick_many", options: sheet.places }, onChange);
  const status = make("div", { className: "tb-map-said", attrs: { role: "status" } });
  const bones = sheet.map.shapes.map((shape) => drawBone(shape, toggle));
  const bonesPicture = drawing("svg", { viewBox: sheet.map.box, "aria-hidden": "true", class: "tb-map-bones" }, bones.map((bone) => bone.element));
  const lists = make("fieldset", { className: "tb-control" }, make("legend", { className: "tb-legend" }, "Where does it hurt?"), make("p", { className: "tb-hint" }, "Tap a bone, or choose from the list."), ...picks.elements);
  const element = make("div", { className: "tb-card tb-map", attrs: { "data-question": "places" } }, bonesPicture, make("div", {}, lists, status));

  function toggle(place) {
    const now = picks.read();
    onChange(now.includes(place) ? now.filter((one) => one !== place) : [...now, place]);
  }

  function update(state) {
    picks.write(state.places);
    for (const bone of bones) bone.element.classList.toggle("is-on", state.places.includes(bone.place));
    const symptoms = sheet.groups.flatMap((group) => group.symptoms);
    const marked = symptoms.filter(({ id }) => state.marked[id]);
    const ask = (symptom) => symptom[state.forOther ? "other" : "ask"];
    const said = marked.map((symptom) => make("li", {}, `${ask(symptom)} `, make("strong", {}, MARKED_AS[state.marked[symptom.id]])));
    show(status, ...(said.length ? [make("p", {}, "Filled in for you further down. Check if it is right:"), make("ul", {}, ...said)] : []));
  }

  return { element, update, focus: picks.focus };
}

function drawBone({ place, hollow, paths }, onTap) {
  const part = (className) => paths.map((d) => drawing("path", { d, class: className, "fill-rule": "evenodd" }));
  const name = place ? `tb-bone tb-bone-place${hollow ? " is-hollow" : ""}` : "tb-bone";
  const element = drawing("g", { class: name }, [...(place ? part("tb-bone-reach") : []), ...part("tb-bone-line")]);
  if (place) element.addEventListener("click", () => onTap(place));
  return { place, element };
}

function drawing(tag, attributes, children = []) {
  const element = document.createElementNS(SVG_SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
