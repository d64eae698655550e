// The evaluator of a quiz's sheet. No marking is invented here: weights, floors and ranges come
// from Python, and a test proves that both sides agree on every answer.

function listed(value) {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function rangeOf(ranges, { value, unit }) {
  const found = ranges.find(([, at, least, most]) => at === unit && least <= value && value <= most);
  return found ? found[0] : "other";
}

/** What was chosen, element by element: parts name theirs, a number falls into a range. */
export function elementsOf(question, answer) {
  const { kind, parts } = question.control;
  if (kind === "enter_number") return [rangeOf(question.ranges, answer)];
  if (kind !== "parts") return listed(answer);
  const named = parts.flatMap((part) => listed(answer[part.id]).map((one) => `${part.pool ?? part.id}:${one}`));
  return [...new Set(named)];
}

/** Points of what was chosen: each group adds the terms it holds and cannot fall below zero. */
export function score(question, elements) {
  const held = new Set(elements);
  return question.groups.reduce((sum, group) => {
    const terms = group.filter(([, needed]) => needed.every((one) => held.has(one)));
    return sum + Math.max(0, terms.reduce((points, [worth]) => points + worth, 0));
  }, 0);
}

export function mark(question, answer) {
  const elements = elementsOf(question, answer);
  const chosen = new Set(elements);
  const points = score(question, elements);
  const reasons = Object.entries(question.reasons)
    .map(([element, { right, why, text }]) => ({ element, right, why, text, chosen: chosen.has(element) }))
    .filter((reason) => reason.chosen || reason.right);
  const verdict = points === question.max ? "right" : points > 0 ? "partly" : "wrong";
  return { score: points, max: question.max, verdict, reasons };
}

/** The questions of one turn: each family's next variant, and as many as the policy draws. */
export function drawnQuestions(sheet, turn) {
  const families = [...new Set(sheet.questions.map((question) => question.family))];
  const count = Math.min(sheet.policy.draw ?? families.length, families.length);
  const places = Array.from({ length: count }, (_, place) => (turn * count + place) % families.length);
  return places
    .sort((one, other) => one - other)
    .map((place) => sheet.questions.filter((question) => question.family === families[place]))
    .map((variants) => variants[turn % variants.length].id);
}

/** The certainty-based marks of one answer; what each level is worth stands in the sheet. */
export function certaintyMark(levels, sure, verdict) {
  const level = levels.find((one) => one.level === sure);
  return level ? level.marks[verdict === "right" ? 0 : 1] : 0;
}
