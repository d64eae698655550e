// "My page for the care team": made in the browser from what was ticked, and printed alone.

import { tickWords } from "./checklist_state.js";
import { make } from "./dom.js";

const TOLD = { yes: "Yes", unsure: "Not sure" };

/** Print the page of this state; it is made for the print and taken away after it. */
export function printCarePage(sheet, state, more = {}) {
  const page = drawCarePage(sheet, state, more);
  const root = document.documentElement;
  document.body.append(page);
  root.classList.add("tb-print-care");
  const done = () => {
    root.classList.remove("tb-print-care");
    page.remove();
  };
  addEventListener("afterprint", done, { once: true });
  window.print();
}

/** The page as an element: what was ticked, treatment, questions to ask, danger signs, numbers. */
export function drawCarePage(sheet, state, { learned = [], questions = sheet.care.questions } = {}) {
  const symptoms = sheet.groups.flatMap((group) => group.symptoms).filter(({ id }) => TOLD[state.answers[id]]);
  const { care, danger, numbers } = sheet;
  const lines = symptoms.map((symptom) => make("li", {}, make("strong", {}, symptom[state.forOther ? "other" : "ask"]), ` ${detailsOf(sheet, state, symptom)}`));
  const hurts = sheet.places.filter(({ id }) => state.places.includes(id)).map(({ text }) => text);
  if (hurts.length) lines.unshift(make("li", {}, make("strong", {}, "Where it hurts: "), `${hurts.join(", ")}.`));
  const treatment = sheet.modifiers
    .filter(({ id }) => state.modifiers[id])
    .map((one) => make("li", {}, `${state.forOther ? one.ask_other : one.ask} `, make("strong", {}, wordOf(sheet.controls.answer, state.modifiers[one.id]))));
  return make(
    "section",
    { className: `tb tb-care${symptoms.length + learned.length > 20 ? " is-long" : ""}`, attrs: { "aria-label": care.title } },
    make("h1", {}, care.title),
    make("p", { className: "tb-care-lead" }, care.lead, state.forOther ? " Filled in by someone else." : ""),
    make("p", { className: "tb-care-who" }, "Name ", make("span", {}), " Date ", make("span", {})),
    make(
      "div",
      { className: "tb-care-danger" },
      make("p", {}, make("strong", {}, `${danger.title}. ${danger.lead} `), danger.signs.map((sign) => sign.text).join("; "), "."),
      make("p", {}, make("strong", {}, danger.action), " Emergency: ", make("strong", {}, numbers.emergency), ". Care team: ", numbers.team ? make("strong", {}, numbers.team) : make("span", { className: "tb-care-line" }), "."),
    ),
    make(
      "div",
      { className: "tb-care-columns" },
      learned.length ? make("h2", {}, "What I learned") : null,
      learned.length ? make("ul", {}, ...learned.map((text) => make("li", {}, text))) : null,
      make("h2", {}, "What was ticked"),
      lines.length ? make("ol", {}, ...lines) : make("p", {}, "Nothing was ticked."),
      treatment.length ? make("h2", {}, "Treatment") : null,
      treatment.length ? make("ul", {}, ...treatment) : null,
      make("h2", {}, "Questions to ask"),
      make("ul", { className: "tb-care-questions" }, ...questions.map((text) => make("li", {}, text)), ...[1, 2, 3].map(() => make("li", { className: "tb-care-own" }))),
    ),
    make("p", { className: "tb-care-lead" }, care.teaches),
  );
}

function wordOf(control, value) {
  return control.options.find((option) => option.id === value)?.text ?? "";
}

/** Yes or not sure, since when, how bad, and whether the team knows about it. */
function detailsOf(sheet, state, { id, fields }) {
  const said = [TOLD[state.answers[id]]];
  const { since, severity, days } = sheet.controls;
  if (state.since[id]) said.push(`since: ${wordOf(since, state.since[id])}`);
  if (fields.includes("severity") && state.severity[id]) said.push(`how bad: ${wordOf(severity, state.severity[id])} of 10`);
  if (fields.includes("days") && state.days[id]) said.push(`last pooped: ${wordOf(days, state.days[id])}`);
  if (fields.includes("changed")) {
    const ticks = tickWords(sheet, state.forOther).filter((one) => (state.changed[id] ?? []).includes(one.id)).map(({ text }) => text);
    said.push(ticks.length ? ticks.join(" ") : "New, changed, or not said.");
  }
  return said.join("; ");
}
