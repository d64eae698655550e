// What the answers lead to: the most urgent first, each reason with its source. Never less than that.

import { EMERGENCY } from "./advise.js";
import { callLink } from "./emergency.js";
import { freshId, make, show } from "./dom.js";

const TODAY = 2;

export function drawResult(sheet, unreachable) {
  const id = freshId("result");
  const status = make("div", { className: "tb-result-now", attrs: { role: "status" } });
  const reasons = make("div", { className: "tb-result-why" });
  const steps = sheet.levels.filter((level) => level.rank >= 0).map((level) => ({ level, item: drawStep(level) }));
  const team = sheet.numbers.team ? callLink(sheet.numbers.team, "tb-primary") : null;
  const element = make(
    "section",
    { className: "tb-result", attrs: { "aria-labelledby": id } },
    make("h3", { id }, "How fast to get help"),
    status,
    team,
    unreachable.element,
    reasons,
    make("ol", { className: "tb-steps" }, ...steps.map((step) => step.item)),
    make("p", {}, "You may always get help sooner than this list says."),
  );

  /** `advice` is null in education mode: then nothing here depends on what was ticked. */
  function update(advice, { answered, count, asksUnreachable }) {
    const open = answered < count;
    const urgent = advice !== null && advice.rank >= TODAY;
    const here = advice && (!open || urgent) ? sheet.levels.find((level) => level.rank === advice.rank) : null;
    const waiting = here?.rank === EMERGENCY ? null : make("p", {}, `Not enough answers yet: ${answered} of ${count}. If you feel unwell or worried, call your team.`);
    const unwell = make("p", {}, "If you feel unwell or worried, call your team.");
    show(status, ...(advice === null ? [unwell] : [open ? waiting : null, here ? levelWords(here) : null]));
    show(reasons, ...(here ? groupedReasons(sheet, advice, open ? TODAY : 0) : []));
    if (team) team.hidden = advice?.rank !== TODAY;
    unreachable.element.hidden = !asksUnreachable;
    for (const { level, item } of steps) {
      item.classList.toggle("is-here", level === here);
      if (level === here) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
    }
  }

  return { element, update };
}

function levelWords(level) {
  return make("p", { className: `tb-level tb-rank-${level.rank}` }, make("strong", {}, `${level.name}. `), level.text);
}

/** Every rule that fired, under the level it gives, the most urgent first. */
function groupedReasons(sheet, advice, lowest) {
  const highest = new Map();
  for (const [rule, rank] of advice.fired) highest.set(rule, Math.max(rank, highest.get(rule) ?? -1));
  return sheet.levels
    .filter((level) => level.rank >= lowest)
    .flatMap((level) => {
      const rules = [...highest].filter(([, rank]) => rank === level.rank).map(([rule]) => rule);
      if (!rules.length) return [];
      const items = rules.map((rule) => {
        const { reason, sources } = sheet.rules[rule];
        return make("li", {}, `${reason} `, make("span", { className: "tb-small" }, `Rule ${rule}. Source: ${sources.join(", ")}`));
      });
      return [make("h4", {}, level.name), make("ul", { className: "tb-reasons" }, ...items)];
    });
}

function drawStep(level) {
  return make("li", { className: `tb-step tb-rank-${level.rank}` }, make("strong", {}, level.name), make("span", {}, level.text));
}
