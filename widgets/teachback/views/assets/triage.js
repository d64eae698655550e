// Triage practice: a call, the nurse's decision, then the rules' level, why, and the difference.

import { drawControl } from "./control.js";
import { freshId, make, show } from "./dom.js";
import { coming, keptPractice, rounds } from "./triage_state.js";
import { SHEETS } from "./store.js";

const ASK = "How fast does this person need help?";

/** Draw the practice of `sheet`; decisions stay in this tab. */
function drawTriage(sheet, store) {
  const seed = sheet.seed ?? crypto.getRandomValues(new Uint32Array(1))[0];
  const state = keptPractice(sheet, store.load(), seed);
  const byId = Object.fromEntries(sheet.stories.map((story) => [story.id, story]));
  const count = make("p", { className: "tb-count", tabIndex: -1 });
  const who = make("p");
  const says = make("blockquote", { className: "tb-call-words" });
  const control = drawControl({ kind: "pick_one", options: sheet.levels.map(({ id, name }) => ({ id, text: name })) }, ASK, choose);
  const decide = make("button", { type: "submit", className: "tb-button" }, "Decide");
  const verdict = make("div", { className: "tb-feedback", tabIndex: -1, attrs: { role: "status" } });
  const next = make("button", { type: "button", className: "tb-button tb-primary", onclick: goOn }, "Next call");
  const form = make("form", { className: "tb-card", onsubmit: submit, attrs: { novalidate: "" } }, count, who, says, control.element, decide, verdict, next);
  const result = drawRounds(sheet, anotherRound);
  const clear = make("button", { type: "button", className: "tb-button tb-quiet-button", onclick: clearAll }, "Clear my decisions");
  const root = make(
    "section",
    { className: "tb tb-triage", attrs: { "data-teachback": "triage", "data-key": sheet.key, "aria-label": "Triage practice" } },
    make("p", { className: "tb-intro" }, "Read the call and decide first. Then see what the rules say, and why. The rules are a floor: a nurse may always go higher."),
    form,
    result.element,
    make("div", { className: "tb-foot" }, clear),
  );

  function choose(id) {
    state.chosen = id;
    update();
  }

  function submit(event) {
    event.preventDefault();
    if (state.phase !== "story") return;
    if (!state.chosen) {
      show(verdict, make("p", {}, "Choose how fast first."));
      control.focus();
      return;
    }
    state.choices.push(state.chosen);
    state.phase = "verdict";
    update();
    verdict.focus();
  }

  function here() {
    const told = state.phase === "story" ? state.choices.length + 1 : state.choices.length;
    return coming(sheet, state.seed, told).at(-1);
  }

  function goOn() {
    const { place, count: all } = here();
    state.chosen = null;
    state.phase = place === all - 1 ? "round" : "story";
    update();
    if (state.phase === "round") result.focus();
    else count.focus();
  }

  function anotherRound() {
    state.phase = "story";
    update();
    count.focus();
  }

  function clearAll() {
    Object.assign(state, { seed: sheet.seed ?? crypto.getRandomValues(new Uint32Array(1))[0], choices: [], chosen: null, phase: "story" });
    update();
    count.focus();
  }

  function update() {
    store.save(state);
    const at = here();
    const story = byId[at.story];
    const decided = state.phase !== "story";
    form.hidden = state.phase === "round";
    form.dataset.question = story.id;
    show(count, `Round ${at.round + 1}, call ${at.place + 1} of ${at.count}`);
    show(who, story.who);
    show(says, story.says);
    const chosen = decided ? state.choices.at(-1) : state.chosen;
    control.write(chosen);
    control.freeze(decided);
    decide.hidden = decided;
    decide.classList.toggle("tb-primary", Boolean(chosen));
    next.hidden = !decided;
    next.textContent = at.place === at.count - 1 ? "See how the round went" : "Next call";
    form.dataset.verdict = decided && sheet.verdicts[story.level][chosen].kind === "same" ? "right" : "";
    show(verdict, ...(decided ? verdictOf(sheet, story, chosen) : []));
    result.update(state.phase === "round" ? rounds(sheet, state.seed, state.choices) : null);
    clear.hidden = !state.choices.length;
  }

  update();
  return { element: root };
}

/** The rules' level, every rule with its reason and source, what they heard, and the trap. */
function verdictOf(sheet, story, chosen) {
  const level = sheet.levels.find(({ id }) => id === story.level);
  const mine = sheet.levels.find(({ id }) => id === chosen);
  const same = level === mine;
  const reasons = story.rules.map((name) => {
    const { reason, sources } = sheet.rules[name];
    return make("li", {}, `${reason} `, make("span", { className: "tb-small" }, `Rule ${name}. Source: ${sources.join(", ")}`));
  });
  const heard = story.heard.map(({ ask, said }) => make("li", {}, `${ask} `, make("strong", {}, said)));
  return [
    make("p", { className: "tb-verdict" }, sheet.verdicts[story.level][chosen].words),
    same ? null : make("p", {}, "You: ", make("strong", {}, mine.name), ". The rules: ", make("strong", {}, level.name), "."),
    make("p", { className: `tb-level tb-rank-${level.rank}` }, make("strong", {}, `${level.name}. `), level.text),
    make("h3", {}, "Why"),
    make("ul", { className: "tb-reasons" }, ...reasons),
    make("h3", {}, "What could mislead"),
    make("p", {}, `${story.trap} `, make("span", { className: "tb-small" }, `Source: ${story.sources.join(", ")}`)),
    make("details", {}, make("summary", {}, "How the rules heard this call"), make("ul", {}, ...heard)),
  ];
}

/** Every round so far, in words and numbers. */
function drawRounds(sheet, onAnother) {
  const id = freshId("rounds");
  const heading = make("h3", { id, tabIndex: -1 }, "How the round went");
  const words = make("div");
  const again = make("button", { type: "button", className: "tb-button tb-primary", onclick: onAnother }, "Start the next round");
  const element = make("section", { className: "tb-outcome", attrs: { "aria-labelledby": id } }, heading, words, again);

  function update(counted) {
    element.hidden = !counted;
    if (counted) show(words, ...roundLines(counted));
  }

  return { element, update, focus: () => heading.focus() };
}

const share = (part, whole) => (whole ? `${part} of ${whole}` : "none came up");

function roundLines(counted) {
  const last = counted.at(-1);
  const missed = last.emergencies - last.found;
  const heads = ["Round", "Emergencies seen (sensitivity)", "Placed too low", "Placed too high (over-triage)"];
  const rows = counted.map((row, n) => {
    const cells = [share(row.found, row.emergencies), `${row.lower} of ${row.stories}`, share(row.higher, row.stories - row.emergencies)];
    return make("tr", {}, make("th", { attrs: { scope: "row", "data-head": heads[0] } }, String(n + 1)), ...cells.map((text, at) => make("td", { attrs: { "data-head": heads[at + 1] } }, text)));
  });
  return [
    make("p", {}, make("strong", {}, missed ? `Under-triage of an emergency: ${missed} of ${last.emergencies}.` : last.emergencies ? "No emergency was placed too low." : "No emergency came up in this round.")),
    make("table", { className: "tb-rounds tb-stack" }, make("thead", {}, make("tr", {}, ...heads.map((text) => make("th", { attrs: { scope: "col" } }, text)))), make("tbody", {}, ...rows)),
    make("p", { className: "tb-small" }, "Too high is counted among the calls that were no emergency. These few calls are practice; they do not measure how you work."),
  ];
}

SHEETS.triage = drawTriage;
