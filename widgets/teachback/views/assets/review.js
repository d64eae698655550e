// Spaced review: a due question at a time. Cards stay in this tab, or on the device if the nurse asks.

import { drawCard } from "./card.js";
import { make, show } from "./dom.js";
import { mark } from "./evaluate.js";
import { afterAnswer, dayOf, dueCards, keptCards, withMissed } from "./review_state.js";
import { deviceStore, SHEETS, storesEndingWith } from "./store.js";

const LASTING = "review";

const thisDay = () => dayOf(new Date());

/** Draw the review of `sheet`; nothing of it is sent anywhere. */
function drawReview(sheet, store) {
  const questions = Object.fromEntries(sheet.quizzes.flatMap((quiz) => quiz.questions.map((question) => [`${quiz.key}/${question.id}`, { quiz, question }])));
  const device = deviceStore(LASTING);
  const lasting = sheet.offer ? device.load() : null;
  const inTab = store.load();
  const known = keptCards(Object.keys(questions), (lasting ?? inTab).cards);
  // What this tab has made a card of once comes back neither after it is learned nor after it is deleted.
  const seen = new Set(inTab.seen ?? []);
  const missed = missedInTab(sheet).filter((id) => !seen.has(id));
  for (const id of missed) seen.add(id);
  const state = { cards: withMissed(sheet, known, missed, thisDay()), stays: Boolean(lasting), open: null, answer: undefined, done: false };
  const place = make("div");
  const words = make("p", { className: "tb-progress", attrs: { role: "status" } });
  const next = make("button", { type: "button", className: "tb-button tb-primary", onclick: goOn }, "Next card");
  const box = make("input", { type: "checkbox", onchange: () => stay(box.checked) });
  const ask = make("label", { className: "tb-row", hidden: !sheet.offer }, box, make("span", {}, "Keep my cards on this device. Anybody who uses it can see them."));
  const remove = make("button", { type: "button", className: "tb-button tb-quiet-button", onclick: removeAll }, "Delete all my cards");
  const root = make("section", { className: "tb tb-review", attrs: { "data-teachback": "review", "data-key": sheet.key, "aria-label": "Review" } }, words, place, next, make("div", { className: "tb-foot" }, ask, remove));
  let card = null;

  function save() {
    store.save({ cards: state.cards, seen: [...seen] });
    if (state.stays) device.save({ cards: state.cards });
  }

  function stay(wanted) {
    state.stays = wanted;
    if (!wanted) device.remove();
    update();
  }

  function removeAll() {
    Object.assign(state, { cards: {}, open: null, done: false });
    device.remove();
    state.stays = false;
    goOn();
  }

  /** The first due card, with nothing chosen. */
  function goOn() {
    [state.open = null] = dueCards(state.cards, thisDay());
    Object.assign(state, { answer: undefined, done: false });
    card = state.open ? drawCard(questions[state.open].question, onceOnly(questions[state.open].quiz), { choose, check, sure() {}, hint() {} }) : null;
    place.replaceChildren(...(card ? [card.element] : []));
    update();
    card?.focusCount();
  }

  function choose(_, answer) {
    if (!state.done) state.answer = answer;
    update();
  }

  function check() {
    const { verdict } = mark(questions[state.open].question, state.answer);
    const after = afterAnswer(sheet, state.cards[state.open], verdict === "right", thisDay());
    if (after) state.cards[state.open] = after;
    else delete state.cards[state.open];
    state.done = true;
    update();
  }

  function update() {
    save();
    const due = dueCards(state.cards, thisDay()).length;
    box.checked = state.stays;
    next.hidden = !state.done;
    remove.hidden = !Object.keys(state.cards).length && !state.stays;
    show(words, toldOf(state.cards, due));
    card?.update({ answer: state.answer, checked: state.done, tries: 1, hinted: false, shown: true, closed: state.done, words: questions[state.open].quiz.title });
  }

  goOn();
  return { element: root };
}

function toldOf(cards, due) {
  const all = Object.values(cards);
  if (due) return `Due today: ${due} of ${all.length}.`;
  if (!all.length) return "No cards. A question that you miss in practice comes here, and is asked again after some days.";
  const days = Math.min(...all.map((one) => one.due)) - thisDay();
  const wait = all.length === 1 ? "1 card waits. It" : `${all.length} cards wait. The next`;
  return `Nothing due today. ${wait} is due ${days === 1 ? "tomorrow" : `in ${days} days`}.`;
}

/** A card is answered once a day: the quiz's own rules on tries and sureness do not hold here. */
function onceOnly(quiz) {
  return { ...quiz, confidence: [], policy: { ...quiz.policy, attempts: null, rightAnswer: "at_once" } };
}

/** Questions that were missed in practice in this tab, at the first try or until now. */
function missedInTab(sheet) {
  return sheet.quizzes.flatMap((quiz) => {
    const states = storesEndingWith(`:quiz:${quiz.key}`);
    const missed = (question) => states.some(({ chosen = {}, checked = {}, tries = {} }) => checked[question.id] && question.id in chosen && (tries[question.id] > 1 || mark(question, chosen[question.id]).verdict !== "right"));
    return quiz.questions.filter(missed).map(({ id }) => `${quiz.key}/${id}`);
  });
}

SHEETS.review = drawReview;
