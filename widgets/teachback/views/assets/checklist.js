// The symptom checklist: red flags first, a group on each screen of a phone. It all stays in this tab.

import { advise, EMERGENCY, findingsOf } from "./advise.js";
import { drawBodyMap } from "./body_map.js";
import { printCarePage } from "./care_page.js";
import { drawResult } from "./checklist_result.js";
import { answerByHand, clearGroup, freshState, keptState, markPlaces, sharedParts } from "./checklist_state.js";
import { freshId, make, show } from "./dom.js";
import { callLink, drawEmergency } from "./emergency.js";
import { questionnaireResponse } from "./response.js";
import { SHEETS } from "./store.js";
import { drawModifier, drawSymptom } from "./symptom.js";

const SAME_DAY = 2;
const RED_FLAG_GROUPS = 2;
const BROKEN = "The answers on this page could not be read, so the list is empty. If you feel unwell, call your team. If you have a danger sign, call now.";
const FOR_OTHER = 'On this page, "you" and "your team" then mean that person and their team.';

const SHARED = "This checklist is shared: whoever runs this notebook can read what you tick.";

/** Draw the checklist of `sheet`; nothing of it is sent anywhere, unless it says that it is shared. */
function drawChecklist(sheet, store, send) {
  const kept = keptState(sheet, store.load());
  const state = kept ?? freshState();
  const symptoms = sheet.groups.flatMap((group) => group.symptoms);
  const asked = sheet.modifiers.filter((modifier) => modifier.missing);
  const emergency = drawEmergency(sheet, read);
  const cards = Object.fromEntries(symptoms.map((symptom) => [symptom.id, drawSymptom(sheet, symptom, set)]));
  const modifiers = Object.fromEntries(sheet.modifiers.map((modifier) => [modifier.id, drawModifier(sheet, modifier, set)]));
  const unreachable = modifiers[sheet.modifiers.find((modifier) => !modifier.missing).id];
  const groups = sheet.groups.map((group) => drawGroup(group, cards, none));
  const result = drawResult(sheet, unreachable);
  const map = drawBodyMap(sheet, hurt);
  const where = make("div", { className: "tb-group" }, make("h3", { tabIndex: -1 }, "The bones"), map.element);
  const treatment = make("div", { className: "tb-group" }, make("h3", { tabIndex: -1 }, "Treatment"), ...asked.map(({ id }) => modifiers[id].element));
  const last = make("div", { className: "tb-group" }, result.element);
  const parts = [...groups.map((group) => group.element), treatment, last];
  parts.splice(RED_FLAG_GROUPS, 0, where);
  const pager = drawPager(parts.length, turn);
  const other = make("input", { type: "checkbox", onchange: () => set("forOther", null, other.checked) });
  const note = make("p", { hidden: true }, FOR_OTHER);
  const save = make("button", { type: "button", className: "tb-button tb-quiet-button", onclick: saveFile }, "Save my answers as a file (FHIR)");
  const whom = make("div", { attrs: { role: "group", "aria-label": "Whom the answers are about" } }, make("label", { className: "tb-row tb-for-other" }, other, make("span", {}, "I answer for someone else.")), note);
  const clear = make("button", { type: "button", className: "tb-button tb-quiet-button", onclick: clearAll }, "Clear my answers");
  const root = make(
    "section",
    { className: "tb tb-checklist", attrs: { "data-teachback": "checklist", "data-key": sheet.key, "aria-label": "Symptom checklist" } },
    drawDanger(sheet.danger),
    make("p", { className: "tb-teaches" }, sheet.care.teaches),
    kept ? null : drawBroken(sheet.numbers),
    sheet.shared ? make("p", { className: "tb-level tb-rank-1" }, SHARED) : null,
    emergency.element,
    make("div", { className: "tb-asked" }, whom, ...parts.slice(0, -1)),
    last,
    pager.element,
    make("div", { className: "tb-foot" }, make("button", { type: "button", className: "tb-button tb-primary", onclick: () => printCarePage(sheet, state) }, "Print my page for the care team"), save, clear),
  );

  function set(part, id, value) {
    if (id === null) state[part] = value;
    else if (part === "answers") answerByHand(sheet, state, id, value);
    else state[part][id] = value;
    update();
  }

  function hurt(places) {
    markPlaces(sheet, state, places);
    update();
  }

  /** "None of these" clears the group, and nothing in it can be ticked until it is taken back. */
  function none(group, ticked) {
    state.none = state.none.filter((one) => one !== group.id);
    if (ticked) state.none.push(group.id);
    if (ticked) clearGroup(sheet, state, group);
    update();
  }

  function read() {
    state.acknowledged = advice()?.rules ?? [];
    update();
    emergency.focus();
  }

  function turn(step) {
    state.part = Math.min(Math.max(state.part + step, 0), parts.length - 1);
    update();
    parts[state.part].querySelector("h3").focus();
  }

  /** A file for a record system, made in this tab and given to nobody but the person. */
  function saveFile() {
    const response = questionnaireResponse(sheet, state, new Date().toISOString());
    const file = new Blob([JSON.stringify(response, null, 1)], { type: "application/fhir+json" });
    const link = make("a", { href: URL.createObjectURL(file), download: "my-answers.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  function clearAll() {
    Object.assign(state, freshState());
    update();
    cards[symptoms[0].id].focus();
  }

  const advice = () => (sheet.mode === "guided" ? advise(sheet, findingsOf(sheet, state)) : null);

  /** Asked only when it matters: the level without it is to call the team today. */
  function asksUnreachable() {
    const without = { ...state, modifiers: { ...state.modifiers, [unreachable.id]: "no" } };
    return sheet.mode === "guided" && advise(sheet, findingsOf(sheet, without)).rank === SAME_DAY;
  }

  function update() {
    store.save(state);
    if (sheet.shared) send(sharedParts(state));
    const now = advice();
    const urgent = now?.rank === EMERGENCY;
    // While "how bad?" is open the warning shows, but the list stays: the answer may take it away.
    const certain = urgent && advise(sheet, findingsOf(sheet, state, true)).rank === EMERGENCY;
    const unread = certain && now.rules.some((rule) => !state.acknowledged.includes(rule));
    const was = root.classList.contains("is-stopped");
    other.checked = state.forOther;
    note.hidden = !state.forOther;
    for (const group of groups) group.update(state.none.includes(group.id), state);
    for (const modifier of Object.values(modifiers)) modifier.update(state);
    map.update(state);
    emergency.update(urgent ? [...new Set(now.rules.map((rule) => sheet.rules[rule].reason))] : [], unread, state.forOther);
    root.classList.toggle("is-stopped", unread);
    const inGroups = groups.reduce((sum, group) => sum + (state.none.includes(group.id) ? group.size : group.answered(state)), 0);
    const answered = inGroups + asked.filter(({ id }) => state.modifiers[id]).length;
    result.update(now, { answered, count: symptoms.length + asked.length, asksUnreachable: asksUnreachable() });
    parts.forEach((part, n) => part.classList.toggle("is-off", n !== state.part));
    pager.update(state.part);
    if (unread && !was && root.isConnected) emergency.focus();
  }

  update();
  return sheet.shared ? { element: root, tell: () => send(sharedParts(state)) } : { element: root };
}

function drawGroup(group, cards, none) {
  const box = make("input", { type: "checkbox", onchange: () => none(group, box.checked), attrs: { "aria-label": `None of these: ${group.title}` } });
  const row = make("label", { className: "tb-row tb-none" }, box, make("span", {}, "None of these"));
  const id = freshId("group");
  const element = make("div", { className: "tb-group", attrs: { role: "group", "aria-labelledby": id } }, make("h3", { id, tabIndex: -1 }, group.title), row, ...group.symptoms.map(({ id }) => cards[id].element));

  function update(blocked, state) {
    box.checked = blocked;
    for (const { id } of group.symptoms) cards[id].update(state, blocked);
  }

  const answered = (state) => group.symptoms.filter(({ id }) => state.answers[id]).length;
  return { id: group.id, size: group.symptoms.length, element, update, answered };
}

function drawPager(count, onTurn) {
  const back = make("button", { type: "button", className: "tb-button tb-quiet-button", onclick: () => onTurn(-1) }, "Back");
  const next = make("button", { type: "button", className: "tb-button tb-primary", onclick: () => onTurn(1) }, "Next part");
  const where = make("p", { className: "tb-progress", attrs: { role: "status" } });
  const element = make("div", { className: "tb-pager" }, where, make("div", { className: "tb-walk" }, back, next));

  function update(part) {
    show(where, `Part ${part + 1} of ${count}`);
    back.disabled = part === 0;
    next.disabled = part === count - 1;
  }

  return { element, update };
}

function drawBroken({ emergency, team }) {
  return make("div", { className: "tb-level tb-rank-3 tb-broken" }, make("p", {}, BROKEN), callLink(emergency, "tb-call"), team ? callLink(team, "tb-primary") : null);
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

SHEETS.checklist = drawChecklist;
