// The end of a quiz: how it went, what was missed and why, and a way to try just that again.

import { make, show } from "./dom.js";
import { certaintyMark } from "./evaluate.js";

/** `on` hears retry(ids), again() and open(id). */
export function drawOutcome(sheet, on) {
  const heading = make("h3", { tabIndex: -1 }, "How it went");
  const words = make("div");
  const buttons = make("div", { className: "tb-actions" });
  const element = make("section", { className: "tb-outcome", hidden: true, attrs: { "aria-label": `How it went: ${sheet.title}` } }, heading, words, buttons);
  const retry = make("button", { type: "button", className: "tb-button tb-primary" }, "Try the missed ones again");
  const again = make("button", { type: "button", className: "tb-button tb-quiet-button", onclick: on.again }, "Try with other questions");

  /** `marked` holds question, result and level of each question, or null while the quiz goes on. */
  function update(marked, { more, mayRetry }) {
    const over = marked && sheet.policy.scored;
    element.hidden = !over;
    if (!over) {
      show(words);
      return;
    }
    const missed = marked.filter(({ result }) => result.verdict !== "right");
    retry.onclick = () => on.retry(missed.map(({ question }) => question.id));
    show(words, ...lines(sheet, marked, missed), ...missedList(missed, on.open), ...confidenceLines(sheet, marked), ...objectiveLines(marked), ...rememberLines(sheet));
    for (const link of words.querySelectorAll("[data-open]")) link.onclick = () => on.open(link.dataset.open);
    const shown = [missed.length && mayRetry ? retry : null, more ? again : null].filter(Boolean);
    if (shown.length !== buttons.children.length || shown.some((one, n) => buttons.children[n] !== one)) buttons.replaceChildren(...shown);
  }

  return { element, update, focus: () => heading.focus() };
}

function lines(sheet, marked, missed) {
  const points = marked.reduce((sum, { result }) => sum + result.score, 0);
  const most = marked.reduce((sum, { result }) => sum + result.max, 0);
  const right = marked.length - missed.length;
  const said = [make("p", {}, make("strong", {}, `You answered ${right} of ${marked.length} fully right.`), ` That is ${points} of ${most} points.`)];
  if (sheet.policy.pass) said.push(passLine(sheet, missed, points, most));
  if (!missed.length) said.push(make("p", {}, "You can stop here, or read the reasons again."));
  return said;
}

function passLine(sheet, missed, points, most) {
  const ids = missed.map(({ question }) => question.id);
  const must = sheet.policy.must.some((id) => ids.includes(id));
  const passed = points * 100 >= sheet.policy.pass * most && !must;
  const why = must ? " A question that must be right was missed." : "";
  return make("p", {}, make("strong", {}, passed ? "Passed." : "Not passed yet."), ` ${sheet.policy.pass} of 100 are needed.${why}`);
}

function missedList(missed) {
  if (!missed.length) return [];
  const items = missed.map(({ question, result }) => {
    const reasons = result.reasons.filter((reason) => reason.right !== reason.chosen);
    const why = [...new Set(reasons.map((reason) => reason.why))];
    const open = make("button", { type: "button", className: "tb-link", attrs: { "data-open": question.id } }, question.ask);
    return make("li", {}, open, ...why.map((text) => make("p", {}, text)));
  });
  return [make("h4", {}, "Worth another look"), make("ul", { className: "tb-missed" }, ...items)];
}

/** For nurses: certainty-based marks, how often each level was right, and what was sure but wrong. */
function confidenceLines(sheet, marked) {
  const given = marked.filter(({ level }) => level);
  if (!given.length) return [];
  const total = given.reduce((sum, { level, result }) => sum + certaintyMark(sheet.confidence, level, result.verdict), 0);
  const rows = sheet.confidence.map(({ level, text }) => {
    const at = given.filter((one) => one.level === level);
    const right = at.filter(({ result }) => result.verdict === "right").length;
    const bar = make("span", { className: "tb-bar", attrs: { "aria-hidden": "true" } }, make("span", { style: `width:${at.length ? (100 * right) / at.length : 0}%` }));
    return make("tr", {}, make("th", { attrs: { scope: "row" } }, text), make("td", {}, at.length ? `${right} of ${at.length} right` : "not used"), make("td", {}, bar));
  });
  const sure = Math.max(...sheet.confidence.map(({ level }) => level));
  const wrong = given.filter(({ level, result }) => level === sure && result.verdict !== "right");
  return [
    make("h4", {}, "How sure, and how right"),
    make("p", {}, `Marks weighed by certainty: ${total}.`),
    make("table", { className: "tb-calibration" }, make("tbody", {}, ...rows)),
    ...(wrong.length ? [make("h4", {}, "Sure, but not right"), make("ul", {}, ...wrong.map(({ question }) => make("li", {}, question.ask)))] : []),
  ];
}

/** Points by objective, where the kernel says what a question was for. */
function objectiveLines(marked) {
  const rows = new Map();
  for (const { objective, result } of marked.filter((one) => one.objective)) {
    const [points, max] = rows.get(objective) ?? [0, 0];
    rows.set(objective, [points + result.score, max + result.max]);
  }
  if (!rows.size) return [];
  const full = [...rows.values()].filter(([points, max]) => points === max).length;
  const items = [...rows].map(([text, [points, max]]) => make("tr", {}, make("th", { attrs: { scope: "row" } }, text), make("td", {}, `${points} of ${max} points`)));
  const table = make("table", { className: "tb-calibration" }, make("tbody", {}, ...items));
  return [make("details", {}, make("summary", {}, `By objective: ${full} of ${rows.size} met in full`), table)];
}

function rememberLines({ remember }) {
  if (!remember.length) return [];
  return [make("h4", {}, "Take this with you"), make("ul", {}, ...remember.map((text) => make("li", {}, text)))];
}
