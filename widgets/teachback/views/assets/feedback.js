// Feedback: the verdict, why, what to do, and the source; for what was chosen and what was missed.

import { make } from "./dom.js";

const VERDICTS = { right: "Right.", wrong: "Not quite." };

/** Words under a marked question; `withMissed` tells whether right answers left out may show. */
export function reasonsOf(question, result, withMissed) {
  const { kind, parts } = question.control;
  const one = kind === "pick_one";
  const instead = one || parts?.[0].control.kind === "pick_one"; // there is room for one only
  const verdict = VERDICTS[result.verdict] ?? `Partly right: ${result.score} of ${result.max} points.`;
  const missed = result.reasons.filter((reason) => reason.right && !reason.chosen);
  const shown = result.reasons.filter((reason) => reason.chosen || withMissed || question.redFlag);
  const inOrder = merged([...shown].sort((a, b) => b.chosen - a.chosen));
  return [
    make("p", { className: "tb-verdict" }, verdict),
    question.redFlag && missed.length && one ? make("p", { className: "tb-do" }, `What to do: ${missed[0].text}`) : null,
    make("ul", { className: "tb-reasons" }, ...inOrder.map((reason) => reasonItem(reason, one, instead))),
    question.rule ? make("p", { className: "tb-small" }, `${result.score} of ${result.max} points. ${question.rule}`) : null,
    make("p", { className: "tb-small" }, `Source: ${question.sources.join(", ")}`),
    question.readMore && result.verdict !== "right" ? readMore(question.readMore) : null,
  ];
}

/** Reasons with the same words (a row of a table) are said once, with what was missed. */
function merged(reasons) {
  const byWords = new Map();
  for (const reason of reasons) {
    const before = byWords.get(reason.why);
    byWords.set(reason.why, before ? { ...before, also: [...(before.also ?? []), reason] } : reason);
  }
  return [...byWords.values()];
}

function headOf(reason, instead) {
  const word = reason.right ? (reason.chosen ? "Right" : instead ? "Better" : "This fits too") : "Not quite";
  return reason.text ? `${word}: ${reason.text}` : `${word}.`;
}

function reasonItem(reason, one, instead) {
  const only = one && reason.chosen;
  const heads = only ? [] : [reason, ...(reason.also ?? [])].map((part) => make("strong", { className: "tb-head-of-reason" }, headOf(part, instead)));
  return make("li", {}, ...heads.flatMap((head) => [head, " "]), reason.why);
}

function readMore(page) {
  return make("p", {}, make("a", { href: page.replace(/\.ipynb$/, ".html") }, "Read more about this"));
}
