// One symptom: yes, no or not sure, and then what the rules also look at. Nothing is preselected.

import { tickWords } from "./checklist_state.js";
import { drawControl } from "./control.js";
import { make } from "./dom.js";

const FOLLOW = {
  changed: "Is it new, or has it changed?",
  severity: "How bad is it, at its worst? 0 is none, 10 is the worst you can think of.",
  days: "When did you last poop?",
  since: "Since when?",
};
const HINTS = { changed: "If so, tick nothing here. If not, tick all that is true." };
const FOLLOW_OTHER = { ...FOLLOW, severity: "How bad is it for them, at its worst? 0 is none, 10 is the worst.", days: "When did they last poop?" };

/** `set(part, id, value)` hears each answer; `update` shows the state and never rebuilds. */
export function drawSymptom(sheet, symptom, set) {
  const control = drawControl(symptom.control, symptom.ask, (answer) => set("answers", symptom.id, answer));
  const parts = [...symptom.fields, "since"];
  const follow = parts.map((part) => ({ part, control: drawControl({ ...sheet.controls[part], hint: HINTS[part] }, FOLLOW[part], (value) => set(part, symptom.id, value)) }));
  const more = make("div", { className: "tb-follow", hidden: true }, ...follow.map((one) => one.control.element));
  for (const one of follow) one.control.element.classList.add(`tb-ask-${one.part}`);
  const element = make("div", { className: "tb-card tb-symptom", attrs: { "data-question": symptom.id } }, control.element, more);

  function update(state, blocked) {
    const answer = state.answers[symptom.id];
    control.write(answer);
    control.freeze(blocked);
    element.classList.toggle("is-blocked", blocked);
    more.hidden = answer === undefined || answer === "no";
    rename(control, state.forOther ? symptom.other : symptom.ask);
    for (const one of follow) {
      one.control.write(state[one.part][symptom.id]);
      rename(one.control, (state.forOther ? FOLLOW_OTHER : FOLLOW)[one.part]);
      if (one.part === "changed") reword(one.control, tickWords(sheet, state.forOther));
    }
  }

  return { id: symptom.id, element, update, focus: control.focus };
}

/** One circumstance, asked once. */
export function drawModifier(sheet, modifier, set) {
  const control = drawControl(sheet.controls.answer, modifier.ask, (answer) => set("modifiers", modifier.id, answer));
  const element = make("div", { className: "tb-card tb-symptom", attrs: { "data-modifier": modifier.id } }, control.element);

  function update(state) {
    control.write(state.modifiers[modifier.id]);
    rename(control, state.forOther ? modifier.ask_other : modifier.ask);
  }

  return { id: modifier.id, element, update, focus: control.focus };
}

function rename(control, words) {
  const legend = control.element.querySelector("legend");
  if (legend.textContent !== words) legend.textContent = words;
}

function reword(control, words) {
  control.element.querySelectorAll(".tb-row span").forEach((span, n) => {
    if (span.textContent !== words[n].text) span.textContent = words[n].text;
  });
}
