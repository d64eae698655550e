// "My page": what was learned, ticked and wanted to ask on all pages of this tab, to print on one sheet.

import { drawCarePage, printCarePage } from "./care_page.js";
import { freshState, keptState } from "./checklist_state.js";
import { drawPicks } from "./control.js";
import { freshId, make, show } from "./dom.js";
import { SHEETS, storesEndingWith } from "./store.js";

/** Draw my page; it reads what this tab keeps, and sends nothing. */
function drawMyPage(sheet, store) {
  const ticked = keptState(sheet.checklist, storesEndingWith(":checklist:checklist")[0] ?? {}) ?? freshState();
  const learned = sheet.lessons.filter(({ key }) => storesEndingWith(`:quiz:${key}`).some(({ checked }) => Object.keys(checked ?? {}).length));
  const lines = learned.flatMap(({ remember }) => remember);
  const questions = sheet.checklist.care.questions.map((text, n) => ({ id: `q${n}`, text }));
  const state = { questions: (store.load().questions ?? []).filter((id) => questions.some((one) => one.id === id)) };
  const picks = drawPicks({ kind: "pick_many", options: questions }, choose);
  const count = make("p", { className: "tb-progress", attrs: { role: "status" } });
  const print = make("button", { type: "button", className: "tb-button tb-primary", onclick: () => printCarePage(sheet.checklist, ticked, extra()) }, "Print my page");
  const ask = make("fieldset", { className: "tb-control" }, make("legend", { className: "tb-legend" }, "What I want to ask"), make("p", { className: "tb-hint" }, "Choose what you want on your page. Choose none to print them all. There is room on paper for your own."), ...picks.elements);
  const said = drawCarePage(sheet.checklist, ticked).querySelector("ol");
  const root = make(
    "section",
    { className: "tb tb-my-page", attrs: { "data-teachback": "my-page", "aria-label": "My page" } },
    part("What I learned", lines.length ? list(lines) : make("p", {}, "Nothing yet. Answer a question in a lesson, and its main points stand here.")),
    part("What I ticked", said ?? make("p", {}, "Nothing yet. What you tick on the symptom checklist stands here.")),
    make("div", { className: "tb-card", attrs: { "data-question": "my_questions" } }, ask, count),
    make("div", { className: "tb-foot" }, print),
  );

  function extra() {
    const chosen = questions.filter(({ id }) => state.questions.includes(id)).map(({ text }) => text);
    return { learned: lines, questions: chosen.length ? chosen : undefined };
  }

  function choose(ids) {
    state.questions = ids;
    store.save(state);
    update();
  }

  function update() {
    picks.write(state.questions);
    show(count, `${state.questions.length} of ${questions.length} chosen.`);
  }

  update();
  return { element: root };
}

function part(title, content) {
  const id = freshId("mine");
  return make("section", { className: "tb-group", attrs: { "aria-labelledby": id } }, make("h3", { id }, title), content);
}

function list(lines) {
  return make("ul", {}, ...lines.map((text) => make("li", {}, text)));
}

SHEETS.my_page = drawMyPage;
