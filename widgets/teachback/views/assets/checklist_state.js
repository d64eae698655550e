// The state of a checklist: it stays in this tab. What is not ours in it is thrown away whole.

import { allows } from "./control.js";

export function freshState() {
  return { forOther: false, answers: {}, none: [], places: [], marked: {}, changed: {}, severity: {}, days: {}, since: {}, modifiers: {}, acknowledged: [], part: 0 };
}

/** The state that this tab kept, or null when it cannot be trusted: then nothing is ticked. */
export function keptState(sheet, saved) {
  if (!Object.keys(saved).length) return freshState();
  const symptoms = sheet.groups.flatMap((group) => group.symptoms);
  const { controls } = sheet;
  const fits = (part, known, control) =>
    Object.entries(saved[part] ?? {}).every(([id, value]) => known.includes(id) && allows(control, value));
  const ids = symptoms.map(({ id }) => id);
  const names = (value) => Array.isArray(value) && value.every((one) => typeof one === "string");
  const good =
    fits("answers", ids, controls.answer) &&
    ["changed", "severity", "days", "since"].every((part) => fits(part, ids, controls[part])) &&
    fits("modifiers", sheet.modifiers.map(({ id }) => id), controls.answer) &&
    names(saved.none ?? []) &&
    (saved.places ?? []).every((one) => sheet.places.some(({ id }) => id === one)) &&
    fits("marked", ids, controls.answer) &&
    names(saved.acknowledged ?? []);
  if (!good) return null;
  const part = Number.isInteger(saved.part) && saved.part >= 0 ? saved.part : 0;
  return { ...freshState(), ...saved, part };
}

function forgetSymptom(state, id) {
  for (const part of ["answers", "changed", "severity", "days", "since"]) delete state[part][id];
}

/** Nothing of a group that holds "none of these" is kept, and no place that says otherwise. */
export function clearGroup(sheet, state, group) {
  for (const { id } of group.symptoms) answerByHand(sheet, state, id, "no");
  for (const { id } of group.symptoms) forgetSymptom(state, id);
}

/** What a person answers is theirs from then on; a no takes back the places that say yes. */
export function answerByHand(sheet, state, id, answer) {
  delete state.marked[id];
  state.answers[id] = answer;
  const denied = ({ marks }) => answer === "no" && marks[id] === "yes";
  const left = sheet.places.filter((place) => state.places.includes(place.id) && !denied(place));
  if (left.length < state.places.length) markPlaces(sheet, state, left.map((place) => place.id));
}

/** Places that hurt answer what they can; taken back, they take back only what they answered. */
export function markPlaces(sheet, state, places) {
  state.places = places;
  const marks = {};
  for (const place of sheet.places.filter(({ id }) => places.includes(id))) {
    for (const [id, answer] of Object.entries(place.marks)) if (marks[id] !== "yes") marks[id] = answer;
  }
  for (const id of Object.keys(state.marked).filter((one) => !marks[one])) {
    delete state.marked[id];
    forgetSymptom(state, id);
  }
  for (const [id, answer] of Object.entries(marks)) {
    const given = state.answers[id];
    if (given && (given !== "no" || answer !== "yes")) continue;
    state.answers[id] = state.marked[id] = answer;
    const holds = ({ symptoms }) => symptoms.some((symptom) => symptom.id === id);
    state.none = state.none.filter((group) => !holds(sheet.groups.find((one) => one.id === group)));
  }
}

/** What a shared checklist tells Python: the answers, and nothing of how they were given. */
export function sharedParts({ answers, changed, severity, days, since, modifiers, none }) {
  return structuredClone({ answers, changed, severity, days, since, modifiers, none });
}

/** Known, checked and the same, in the words of the one who answers. */
export function tickWords(sheet, forOther) {
  const words = (text) => (forOther ? text.replace(/^My /, "Their ") : text);
  return sheet.controls.changed.options.map(({ id, text }) => ({ id, text: words(text) }));
}
