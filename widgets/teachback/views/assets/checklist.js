// The symptom checklist: the same controls as a quiz; what is ticked stays in this tab.

import { allows, drawControl } from "./control.js";
import { freshId, make, show } from "./dom.js";
import { advise, findingsOf, symptomsIn } from "./advise.js";
import { SHEETS } from "./store.js";

const EMERGENCY = 3;

/** Draw the checklist of `sheet`; nothing of it is ever sent anywhere. */
function drawChecklist(sheet, store) {
  const state = { answers: {} };
  const emergency = sheet.levels.find((level) => level.rank === EMERGENCY);
  const symptoms = sheet.groups.flatMap((group) => group.symptoms);
  const cards = Object.fromEntries(
    symptoms.map((symptom) => [symptom.id, drawSymptom(symptom, emergency, (answer) => choose(symptom.id, answer))]),
  );
  const result = drawResult(sheet, symptoms.length);
  const clear = make("button", { type: "button", className: "tb-button tb-quiet-button", onclick: clearAll }, "Clear my answers");
  const root = make(
    "section",
    { className: "tb tb-checklist", attrs: { "data-teachback": "checklist", "data-key": sheet.key, "aria-label": "Symptom checklist" } },
    drawDanger(sheet.danger),
    ...sheet.groups.map((group) =>
      make("div", { className: "tb-group" }, make("h3", {}, group.title), ...group.symptoms.map((one) => cards[one.id].element)),
    ),
    result.element,
    make("div", { className: "tb-foot" }, clear),
  );

  function choose(id, answer) {
    state.answers[id] = answer;
    update();
  }

  function clearAll() {
    state.answers = {};
    update();
    cards[symptoms[0].id].focus();
  }

  function update() {
    store.save(state);
    const advice = sheet.mode === "guided" ? advise(sheet, findingsOf(sheet, state.answers)) : null;
    const urgent = advice?.rank === EMERGENCY ? advice.clauses.flatMap(([, , condition]) => symptomsIn(condition)) : [];
    for (const [id, card] of Object.entries(cards)) {
      const answer = state.answers[id];
      card.update(answer, urgent.includes(id) && answer !== undefined && answer !== "no");
    }
    result.update(state.answers, advice);
  }

  const saved = store.load().answers ?? {};
  const known = symptoms.filter((symptom) => allows(symptom.control, saved[symptom.id]));
  state.answers = Object.fromEntries(known.map((symptom) => [symptom.id, saved[symptom.id]]));
  update();
  return { element: root };
}

export function drawDanger(danger) {
  const id = freshId("danger");
  return make(
    "section",
    { className: "tb-danger", attrs: { "aria-labelledby": id } },
    make("h2", { id }, danger.title),
    make("p", {}, danger.lead),
    make("ul", {}, ...danger.signs.map((sign) => make("li", {}, sign.text))),
    make("p", { className: "tb-action" }, danger.action),
  );
}

function drawSymptom(symptom, emergency, onChange) {
  const control = drawControl(symptom.control, symptom.ask, onChange);
  const alarm = make("p", { className: "tb-alarm", hidden: true }, make("strong", {}, `${emergency.name}. `), emergency.text);
  const element = make("div", { className: "tb-card tb-symptom", attrs: { "data-question": symptom.id } }, control.element, alarm);

  function update(answer, alarmed) {
    control.write(answer);
    alarm.hidden = !alarmed;
  }

  return { element, update, focus: control.focus };
}

function drawResult(sheet, count) {
  const id = freshId("result");
  const status = make("div", { className: "tb-result-now", attrs: { role: "status" } });
  const alert = make("div", { className: "tb-result-alert", attrs: { role: "alert" } });
  const steps = sheet.levels.filter((level) => level.rank >= 0).map((level) => ({ level, item: drawStep(level) }));
  const element = make(
    "section",
    { className: "tb-result", attrs: { "aria-labelledby": id } },
    make("h3", { id }, "How fast to get help"),
    alert,
    status,
    make("ol", { className: "tb-steps" }, ...steps.map((step) => step.item)),
  );

  function update(answers, advice) {
    const answered = Object.keys(answers).length;
    const urgent = advice?.rank === EMERGENCY;
    const open = !urgent && answered < count;
    const here = advice && !open ? sheet.levels.find((level) => level.rank === advice.rank) : null;
    show(alert, ...(urgent ? shown(sheet, here, advice) : []));
    show(status, ...(urgent ? [] : here ? shown(sheet, here, advice) : [waiting(sheet, answered, count)]));
    for (const { level, item } of steps) item.classList.toggle("is-here", level === here);
  }

  return { element, update };
}

function waiting(sheet, answered, count) {
  const words = sheet.mode === "guided" ? `Not enough answers yet: ${answered} of ${count}. ` : "";
  return make("p", {}, `${words}If you feel unwell or worried, call your team.`);
}

function shown(sheet, level, advice) {
  const rules = advice.rules.map((rule) => sheet.rules[rule]);
  const reasons = [...new Set(rules.map((rule) => rule.reason))];
  const sources = [...new Set(rules.flatMap((rule) => rule.sources))];
  return [
    make("p", { className: `tb-level tb-rank-${level.rank}` }, make("strong", {}, `${level.name}. `), level.text),
    reasons.length ? make("p", {}, "Why:") : null,
    reasons.length ? make("ul", { className: "tb-reasons" }, ...reasons.map((reason) => make("li", {}, reason))) : null,
    reasons.length ? make("p", { className: "tb-small" }, `Rules ${advice.rules.join(", ")}. Source: ${sources.join(", ")}`) : null,
  ];
}

function drawStep(level) {
  return make("li", { className: `tb-step tb-rank-${level.rank}` }, make("strong", {}, level.name), make("span", {}, level.text));
}

SHEETS.checklist = drawChecklist;
