// Before and after a course: a form of the test, how sure one is, and what has changed since.

import { drawControl } from "./control.js";
import { freshId, make, show } from "./dom.js";
import { mark } from "./evaluate.js";
import { gainOf } from "./gain.js";
import { SHEETS, storesEndingWith } from "./store.js";

const OPEN = "Your answers from before the course are not in this tab, so nothing can be compared.";

/** Draw one form of `sheet`; what the other form came to is read from this tab. */
function drawBeforeAfter(sheet, store, send) {
  const kept = { quiz: {}, sure: null, score: null, ...store.load() };
  const quiz = SHEETS.quiz(sheet, { load: () => kept.quiz, save: (state) => keep({ quiz: state }) }, hear);
  const sure = sheet.sure ? drawControl({ kind: "pick_one", options: sheet.sure.options }, sheet.sure.ask, (id) => keep({ sure: id })) : null;
  const result = sheet.when === "after" ? drawGain(sheet) : null;
  const card = sure ? make("div", { className: "tb-card", attrs: { "data-question": `${sheet.key}-sure` } }, sure.element) : null;
  const root = make("div", { className: "tb tb-before-after" }, card, quiz.element, result?.element);

  function keep(part) {
    Object.assign(kept, part);
    store.save(kept);
    if (part.sure) update();
  }

  function hear(answers, ...more) {
    keep({ score: kept.quiz.done ? scoreOf(sheet, answers) : null });
    update();
    send(answers, ...more);
  }

  function update() {
    sure?.write(kept.sure);
    result?.update(kept);
  }

  update();
  return { ...quiz, element: root };
}

function scoreOf(sheet, answers) {
  const points = Object.entries(answers).reduce((sum, [id, answer]) => sum + mark(sheet.questions.find((one) => one.id === id), answer).score, 0);
  return { points, most: sheet.questions.reduce((sum, { max }) => sum + max, 0) };
}

function drawGain(sheet) {
  const id = freshId("gain");
  const words = make("div", { attrs: { role: "status" } });
  const element = make("section", { className: "tb-outcome", attrs: { "aria-labelledby": id } }, make("h3", { id }, "What has changed"), words);

  function update(now) {
    element.hidden = !now.score;
    if (!now.score) return;
    const [then] = storesEndingWith(`:before_after:${sheet.other}`).filter((one) => one?.score);
    show(words, ...(then ? gainLines(sheet, then, now) : [make("p", {}, OPEN)]));
  }

  return { element, update };
}

function gainLines(sheet, then, now) {
  const { difference, gain } = gainOf(then.score.points / then.score.most, now.score.points / now.score.most);
  const percent = (share) => `${Math.round(Math.abs(share) * 100)} points in a hundred`;
  const told = ({ points, most }) => `${points} of ${most} points`;
  const way = difference > 0 ? `up by ${percent(difference)}` : difference < 0 ? `down by ${percent(difference)}` : "the same";
  const named = (id) => sheet.sure.options.find((one) => one.id === id)?.text;
  const lines = [
    make("p", {}, `Before: ${told(then.score)}. After: ${told(now.score)}. `, make("strong", {}, `Your share of the points is ${way}.`)),
    gain !== null && difference > 0 ? make("p", {}, `Of what was still open before, you gained ${percent(gain)}. Your gain is ${gain.toFixed(2)}.`) : null,
    sheet.sure && then.sure && now.sure ? make("p", {}, `How sure you were: before, "${named(then.sure)}"; after, "${named(now.sure)}".`) : null,
    make("p", { className: "tb-small" }, `The two forms are alike, not the same. There are ${sheet.questions.length} questions: one or two more right can be chance. This says what you know, not how you will act.`),
  ];
  return lines.filter(Boolean);
}

SHEETS.before_after = drawBeforeAfter;
