// A quiz: one card for each question. State is one object; everything shown follows from it.

import { drawCard } from "./card.js";
import { isEmpty } from "./control.js";
import { make, show } from "./dom.js";
import { drawnQuestions } from "./evaluate.js";
import { drawChart } from "./exhibit.js";
import { drawOutcome } from "./outcome.js";
import { allowedAnswers, forget, fresh, markedQuestion, savedState } from "./quiz_state.js";
import { drawWalk } from "./walk.js";
import { SHEETS } from "./store.js";

const STEPS = ["recognise_cues", "analyse_cues", "prioritise_hypotheses", "generate_solutions", "take_action", "evaluate_outcomes"];
const GUESS = "Just a guess. Nobody scores this.";
const FINISH = { check: "Show how I did", exam: "Hand in" };

/** Draw the quiz of `sheet`; `onAnswers` hears answers, how sure, and whether all is handed in. */
function drawQuiz(sheet, store, onAnswers) {
  const { mode } = sheet.policy;
  const state = fresh();
  let result = null; // what an exam kept back: it comes from the kernel, and only from there
  const on = { choose, check, sure, hint };
  const cards = Object.fromEntries(sheet.questions.map((question) => [question.id, drawCard(question, sheet, on)]));
  const walk = drawWalk({ go, toggle }, Boolean(sheet.case));
  const chart = sheet.case ? drawChart(sheet.case, STEPS) : null;
  const outcome = drawOutcome(sheet, { retry, again, open });
  const finish = FINISH[mode] ? make("button", { type: "button", className: "tb-button tb-primary", onclick: handIn }, FINISH[mode]) : null;
  const notice = make("p", { className: "tb-notice", attrs: { role: "status" } });
  const clear = make("button", { type: "button", className: "tb-button tb-quiet-button", onclick: clearAll }, "Clear my answers");
  const waiting = sheet.questions.length ? null : make("p", { className: "tb-notice", attrs: { role: "status", "data-waiting": "" } }, "This test is being made ready. It needs a connection.");
  const root = make(
    "section",
    { className: "tb tb-quiz", attrs: { "data-teachback": "quiz", "data-key": sheet.key, "aria-label": sheet.title } },
    make("p", { className: "tb-intro" }, sheet.intro),
    sheet.nurse && mode !== "check" ? make("p", { className: "tb-small" }, "Practice item, not from NCSBN. NCLEX is a registered trademark of NCSBN.") : null,
    waiting,
    walk.toggle,
    chart?.element,
    ...Object.values(cards).map((card) => card.element),
    walk.nav,
    finish,
    notice,
    make("div", { className: "tb-foot", hidden: !sheet.policy.scored || Boolean(waiting) }, make("div", {}, walk.progress, walk.dots), clear),
    outcome.element,
  );
  let warned = false;

  const drawn = () => drawnQuestions(sheet, state.turn);
  const asked = () => state.only ?? drawn();
  const one = () => state.one ?? sheet.policy.oneAtATime;
  const has = (id) => !isEmpty(state.chosen[id]);
  const isDone = (id) => (mode === "practice" ? Boolean(state.checked[id]) : has(id));

  function answers() {
    const ids = mode === "practice" ? Object.keys(state.checked) : state.done ? drawn().filter(has) : [];
    return Object.fromEntries(ids.map((id) => [id, state.chosen[id]]));
  }

  function tell() {
    onAnswers(answers(), state.sure, mode === "exam" && state.done);
  }

  function choose(id, answer) {
    if (state.done) return;
    state.chosen[id] = answer;
    delete state.checked[id];
    warned = false;
    update();
  }

  function check(id) {
    if (!state.checked[id]) state.tries[id] = (state.tries[id] ?? 0) + 1;
    state.checked[id] = true;
    update();
    tell();
  }

  function sure(id, level) {
    state.sure[id] = level;
    update();
  }

  function hint(id) {
    state.hinted[id] = true;
    update();
    cards[id].focus();
  }

  /** Hand in once; what is still open is named first, and a second press means it. */
  function handIn() {
    const open = asked().filter((id) => !has(id)).map((id) => asked().indexOf(id) + 1);
    if (open.length && !warned) {
      warned = true;
      show(notice, `Still open: question ${open.join(", ")}. Answer them, or press "${FINISH[mode]}" again to go on without.`);
      return;
    }
    state.done = true;
    warned = false;
    for (const id of asked().filter(has)) state.checked[id] = true;
    update();
    if (!outcome.element.hidden) outcome.focus();
    tell();
  }

  function go(step) {
    state.place = Math.min(Math.max(state.place + step, 0), asked().length - 1);
    update();
    cards[asked()[state.place]].focusCount();
  }

  function toggle() {
    state.one = !one();
    update();
  }

  function open(id) {
    state.place = Math.max(asked().indexOf(id), 0);
    update();
    cards[id].focusCount();
  }

  /** Only the missed questions once more, with nothing chosen. */
  function retry(ids) {
    forget(state, ids);
    Object.assign(state, { only: ids, place: 0, done: false });
    update();
    tell();
    cards[ids[0]].focusCount();
  }

  function again() {
    Object.assign(state, { ...fresh(), turn: state.turn + 1, one: state.one });
    update();
    tell();
    cards[asked()[0]].focusCount();
  }

  function clearAll() {
    Object.assign(state, { ...fresh(), turn: state.turn, one: state.one });
    update();
    tell();
    cards[asked()[0]]?.focus();
  }

  function markedNow() {
    const ids = asked();
    const over = mode === "exam" ? Boolean(result) : mode === "check" ? state.done : ids.length > 0 && ids.every((id) => state.checked[id]);
    if (!over || sheet.policy.reasons === "never") return null;
    return ids.map((id) => markedQuestion(state, cards[id].question, result?.[id]));
  }

  function update() {
    store.save(state);
    const ids = asked();
    const marked = markedNow();
    state.place = Math.min(state.place, Math.max(ids.length - 1, 0));
    for (const card of Object.values(cards)) updateCard(card, ids.indexOf(card.id), ids.length, Boolean(marked));
    const here = ids[state.place];
    const done = ids.filter(isDone).length;
    walk.update({ one: one(), place: state.place, count: ids.length, done, mayGoOn: !sheet.case || isDone(here), over: Boolean(marked) });
    chart?.update(STEPS.indexOf(cards[here]?.question.step));
    if (finish) finish.hidden = state.done || (one() && state.place < ids.length - 1) || !ids.length;
    if (!warned) show(notice, mode === "exam" && state.done && !result ? "Handed in. Wait for your marks." : "");
    clear.hidden = mode === "exam"; // one slip of a thumb would cost the whole test
    const families = new Set(sheet.questions.map((question) => question.family));
    const more = mode === "practice" && (sheet.questions.length > families.size || families.size > ids.length) && !state.only;
    outcome.update(marked, { more, mayRetry: mode === "practice" });
  }

  function updateCard(card, place, count, over) {
    const { id } = card;
    card.element.hidden = place < 0;
    card.element.classList.toggle("tb-away", one() && place !== state.place);
    const shown = mode === "practice" ? sheet.policy.reasons !== "never" : over;
    const words = sheet.policy.scored ? `Question ${place + 1} of ${count}` : GUESS;
    card.update({ answer: state.chosen[id], checked: Boolean(state.checked[id]), tries: state.tries[id] ?? 0, level: state.sure[id], hinted: Boolean(state.hinted[id]), shown, key: result?.[id], closed: state.done, words });
  }

  /** Take over checked answers from elsewhere: the kernel, or a reload. */
  function receive(given, chosen = given) {
    state.chosen = allowedAnswers(sheet, chosen);
    state.checked = Object.fromEntries(Object.keys(allowedAnswers(sheet, given)).map((id) => [id, true]));
    update();
  }

  /** Take what the kernel says of an exam that was handed in. */
  function receiveResult(marks) {
    if (result || !marks || !Object.keys(marks).length) return;
    result = marks;
    state.done = true;
    update();
    outcome.focus();
  }

  Object.assign(state, savedState(sheet, store.load()));
  update();
  return { element: root, answers, receive, receiveResult, tell, finish, notice, outcome: outcome.element };
}

SHEETS.quiz = drawQuiz;
