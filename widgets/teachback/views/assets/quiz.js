// A quiz: one card for each question. State is one object; everything shown follows from it.

import { allows, drawControl, isEmpty } from "./control.js";
import { make, show } from "./dom.js";
import { mark } from "./evaluate.js";

const VERDICTS = { right: "Right.", wrong: "Not quite." };

/** Draw the quiz of `sheet`; `onAnswers` hears all checked answers whenever they change. */
export function drawQuiz(sheet, store, onAnswers) {
  const state = { chosen: {}, checked: {} };
  const progress = make("p", { className: "tb-progress", attrs: { role: "status" } });
  const cards = sheet.questions.map((question, number) =>
    drawCard(question, `Question ${number + 1} of ${sheet.questions.length}`, { choose, check }),
  );
  const clear = make("button", { type: "button", className: "tb-button tb-quiet-button", onclick: clearAll }, "Clear my answers");
  const root = make(
    "section",
    { className: "tb tb-quiz", attrs: { "data-teachback": "quiz", "data-key": sheet.key, "aria-label": sheet.title } },
    make("p", { className: "tb-intro" }, sheet.intro),
    ...cards.map((card) => card.element),
    make("div", { className: "tb-foot" }, progress, clear),
  );

  function answers() {
    return Object.fromEntries(Object.keys(state.checked).map((id) => [id, state.chosen[id]]));
  }

  function choose(id, answer) {
    state.chosen[id] = answer;
    delete state.checked[id];
    update();
  }

  function check(id) {
    state.checked[id] = true;
    update();
    onAnswers(answers());
  }

  function clearAll() {
    receive({});
    onAnswers({});
    cards[0].focus();
  }

  function update() {
    store.save(state);
    for (const card of cards) card.update(state.chosen[card.id], Boolean(state.checked[card.id]));
    const done = Object.keys(state.checked).length;
    show(progress, `${done} of ${sheet.questions.length} questions answered.`);
  }

  /** Take over checked answers from elsewhere: the kernel, or a reload. */
  function receive(given, chosen = given) {
    state.chosen = kept(chosen);
    state.checked = Object.fromEntries(Object.keys(kept(given)).map((id) => [id, true]));
    update();
  }

  function kept(given) {
    const known = sheet.questions.filter((question) => allows(question.control, given[question.id]));
    return Object.fromEntries(known.map((question) => [question.id, given[question.id]]));
  }

  const saved = store.load();
  const chosen = saved.chosen ?? {};
  receive(Object.fromEntries(Object.keys(saved.checked ?? {}).map((id) => [id, chosen[id]])), chosen);
  return { element: root, answers, receive };
}

function drawCard(question, count, { choose, check }) {
  const control = drawControl(question.control, question.ask, (answer) => choose(question.id, answer));
  const button = make("button", { type: "submit", className: "tb-button" }, "Check my answer");
  const feedback = make("div", { className: "tb-feedback", attrs: { role: "status" } });
  const form = make(
    "form",
    { className: "tb-card", onsubmit: submit, attrs: { "data-question": question.id, novalidate: "" } },
    make("p", { className: "tb-count" }, count),
    control.element,
    button,
    feedback,
  );

  function submit(event) {
    event.preventDefault();
    if (isEmpty(control.read())) {
      show(feedback, make("p", {}, "Choose an answer first."));
      control.focus();
    } else {
      check(question.id);
    }
  }

  let last = null;

  function update(answer, checked) {
    const now = JSON.stringify([answer, checked]);
    if (now === last) return;
    last = now;
    control.write(answer);
    button.classList.toggle("tb-primary", !isEmpty(answer) && !checked);
    const result = checked ? mark(question, answer) : null;
    form.dataset.verdict = result ? result.verdict : "";
    show(feedback, ...(result ? reasonsOf(question, result) : []));
  }

  return { id: question.id, element: form, update, focus: control.focus };
}

function reasonsOf(question, result) {
  const one = question.control.kind === "pick_one";
  const text = Object.fromEntries(question.control.options.map((option) => [option.id, option.text]));
  const verdict = VERDICTS[result.verdict] ?? `Partly right: ${result.score} of ${result.max} points.`;
  const missed = result.reasons.find((reason) => reason.right && !reason.chosen);
  const inOrder = [...result.reasons].sort((a, b) => b.chosen - a.chosen);
  return [
    make("p", { className: "tb-verdict" }, verdict),
    question.redFlag && missed && one ? make("p", { className: "tb-do" }, `What to do: ${text[missed.element]}`) : null,
    make("ul", { className: "tb-reasons" }, ...inOrder.map((reason) => reasonItem(reason, text, one))),
    question.rule ? make("p", { className: "tb-small" }, question.rule) : null,
    make("p", { className: "tb-small" }, `Source: ${question.sources.join(", ")}`),
  ];
}

function reasonItem(reason, text, one) {
  const word = reason.right ? (reason.chosen ? "Right" : one ? "Better" : "This fits too") : "Not quite";
  const heading = make("strong", {}, `${word}: ${text[reason.element]}`);
  const only = one && reason.chosen;
  return make("li", {}, only ? null : heading, only ? null : " ", reason.why);
}
