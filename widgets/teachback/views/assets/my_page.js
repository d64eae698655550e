// "My page": what was learned, ticked and wanted to ask on all pages of this tab, to print on one sheet.

import { drawCarePage, printCarePage } from "./care_page.js";
import { freshState, keptState } from "./checklist_state.js";
import { drawControl } from "./control.js";
import { freshId, make, show } from "./dom.js";
import { SHEETS, storesEndingWith } from "./store.js";

const ROOM = "You may choose none. There is room on paper to write your own.";

/** Draw my page; it reads what this tab keeps, and sends nothing. */
function drawMyPage(sheet, store) {
  const { checklist } = sheet;
  const ticked = keptState(checklist, storesEndingWith(":checklist:checklist")[0] ?? {}) ?? freshState();
  const lines = sheet.lessons.filter(wasAnswered).flatMap(({ remember }) => remember);
  const questions = checklist.care.questions.map((text, n) => ({ id: `q${n}`, text }));
  const state = { questions: keptChoice(store.load(), questions) };
  const ask = drawControl({ kind: "pick_many", options: questions }, "What I want to ask", choose);
  const count = make("p", { className: "tb-progress", attrs: { role: "status" } });
  const print = make("button", { type: "button", className: "tb-button tb-primary", onclick: () => printCarePage(checklist, ticked, extra()) }, "Print my page");
  const root = make(
    "section",
    { className: "tb tb-my-page", attrs: { "data-teachback": "my-page", "aria-label": "My page" } },
    drawPart("What I learned", lines.length ? make("ul", {}, ...lines.map((text) => make("li", {}, text))) : make("p", {}, "Nothing yet. Answer the questions of a lesson. Its main points then stand here.")),
    drawPart("What I ticked", drawCarePage(checklist, ticked).querySelector("ol") ?? make("p", {}, "Nothing yet. What you tick on the symptom checklist stands here.")),
    make("div", { className: "tb-card", attrs: { "data-question": "my_questions" } }, ask.element, count, make("p", { className: "tb-small" }, ROOM)),
    make("div", { className: "tb-foot" }, print),
  );

  /** What is chosen goes on the paper; when nothing is, all of the questions do. */
  function extra() {
    const chosen = questions.filter(({ id }) => state.questions.includes(id));
    return { learned: lines, questions: (chosen.length ? chosen : questions).map(({ text }) => text) };
  }

  function choose(ids) {
    state.questions = ids;
    store.save(state);
    update();
  }

  function update() {
    ask.write(state.questions);
    show(count, state.questions.length ? `${state.questions.length} of ${questions.length} chosen.` : `None chosen: all ${questions.length} are printed.`);
  }

  update();
  return { element: root };
}

/** A lesson was taken when one of its answers was looked at. */
function wasAnswered({ key }) {
  return storesEndingWith(`:quiz:${key}`).some(({ checked }) => Object.keys(checked ?? {}).length);
}

function keptChoice(saved, questions) {
  const chosen = Array.isArray(saved.questions) ? saved.questions : [];
  return chosen.filter((id) => questions.some((one) => one.id === id));
}

function drawPart(title, content) {
  const id = freshId("mine");
  return make("section", { className: "tb-group", attrs: { "aria-labelledby": id } }, make("h3", { id }, title), content);
}

SHEETS.my_page = drawMyPage;
