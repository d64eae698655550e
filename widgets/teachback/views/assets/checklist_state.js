// The state of a checklist: it stays in this tab. What is not ours in it is thrown away whole.

import { allows } from "./control.js";

export function freshState() {
  return { forOther: false, answers: {}, none: [], changed: {}, severity: {}, days: {}, since: {}, modifiers: {}, acknowledged: [], part: 0 };
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
    names(saved.acknowledged ?? []);
  if (!good) return null;
  const part = Number.isInteger(saved.part) && saved.part >= 0 ? saved.part : 0;
  return { ...freshState(), ...saved, part };
}

/** Nothing of a group that holds "none of these" is kept. */
export function clearGroup(state, group) {
  for (const { id } of group.symptoms) for (const part of ["answers", "changed", "severity", "days", "since"]) delete state[part][id];
}
