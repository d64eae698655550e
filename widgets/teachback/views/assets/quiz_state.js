// The state of a quiz: what was chosen, checked, tried, how sure, and where one is.

import { allows } from "./control.js";
import { mark } from "./evaluate.js";

const BY_QUESTION = ["chosen", "checked", "tries", "sure", "hinted"];

export function fresh() {
  return { chosen: {}, checked: {}, tries: {}, sure: {}, hinted: {}, turn: 0, place: 0, one: null, only: null, done: false };
}

export function forget(state, ids) {
  for (const id of ids) for (const part of BY_QUESTION) delete state[part][id];
}

/** Of the answers given, those that the questions of this sheet allow. */
export function allowedAnswers(sheet, given) {
  const known = sheet.questions.filter((question) => allows(question.control, given[question.id]));
  return Object.fromEntries(known.map((question) => [question.id, given[question.id]]));
}

/** The state as this tab kept it; whatever does not fit the sheet is left out. */
export function savedState(sheet, saved) {
  const chosen = allowedAnswers(sheet, saved.chosen ?? {});
  const ids = sheet.questions.map((question) => question.id);
  const only = Array.isArray(saved.only) && saved.only.length && saved.only.every((id) => ids.includes(id)) ? saved.only : null;
  const number = (value) => (Number.isInteger(value) && value >= 0 ? value : 0);
  return {
    ...fresh(),
    chosen,
    checked: Object.fromEntries(Object.keys(saved.checked ?? {}).filter((id) => id in chosen).map((id) => [id, true])),
    tries: { ...saved.tries },
    sure: { ...saved.sure },
    hinted: { ...saved.hinted },
    turn: number(saved.turn),
    place: number(saved.place),
    one: typeof saved.one === "boolean" ? saved.one : null,
    only,
    done: sheet.policy.mode === "check" && saved.done === true,
  };
}

/** A question with its result; `key` is what an exam kept back. One left open earns nothing. */
export function markedQuestion(state, question, key) {
  const { id } = question;
  const max = key?.max ?? question.max;
  const result = state.checked[id] ? mark({ ...question, ...key }, state.chosen[id]) : { score: 0, max, verdict: "wrong", reasons: [] };
  return { question, result, level: state.checked[id] ? state.sure[id] : 0, objective: key?.objective };
}
