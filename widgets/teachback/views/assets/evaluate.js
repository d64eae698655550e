// The evaluator of a quiz's sheet. No marking is invented here: weights and floors come from
// Python, and a test proves that both sides agree on every answer.

export function chosenElements(answer) {
  return Array.isArray(answer) ? answer : [answer];
}

/** Points of `answer`: each group adds the terms it holds and cannot fall below zero. */
export function score(question, answer) {
  const held = new Set(chosenElements(answer));
  return question.groups.reduce((sum, group) => {
    const terms = group.filter(([, elements]) => elements.every((one) => held.has(one)));
    return sum + Math.max(0, terms.reduce((points, [worth]) => points + worth, 0));
  }, 0);
}

export function mark(question, answer) {
  const chosen = new Set(chosenElements(answer));
  const points = score(question, answer);
  const reasons = Object.entries(question.reasons)
    .map(([element, { right, why }]) => ({ element, right, why, chosen: chosen.has(element) }))
    .filter((reason) => reason.chosen || reason.right);
  const verdict = points === question.max ? "right" : points > 0 ? "partly" : "wrong";
  return { score: points, max: question.max, verdict, reasons };
}
