// The evaluator of a checklist's sheet. No triage is invented here: clauses come from Python,
// and a test proves that both sides agree.

export const EMERGENCY = 3;

function holds(condition, findings, level) {
  const [kind, ...rest] = condition;
  if (kind === "at_least") {
    const [needed, children] = rest;
    return children.filter((child) => holds(child, findings, level)).length >= needed;
  }
  if (kind === "has") {
    const [symptom, changed, severity, days] = rest;
    const found = findings.present[symptom];
    return Boolean(found) && found.changed >= changed && found.severity >= severity && found.days >= days;
  }
  if (kind === "modifier") return findings.modifiers.includes(rest[0]);
  return level >= rest[0];
}

const WORST = { changed: 1, severity: 10, days: 99 };
const MILDEST = { ...WORST, severity: 1, days: 0 };
const numberOf = (id) => Number(id.slice(1));

// With `mildest`, what is open counts as mildest instead: what holds then is certain.
/** Findings of a state: yes and not sure are there, and whatever is open counts as worst. */
export function findingsOf(sheet, state, mildest = false) {
  const open = mildest ? MILDEST : WORST;
  const present = {};
  for (const symptom of sheet.groups.flatMap((group) => group.symptoms)) {
    const { id, fields } = symptom;
    const answer = state.answers?.[id];
    if (answer === undefined || answer === "no") continue;
    const ticks = state.changed?.[id] ?? [];
    const same = fields.includes("changed") && sheet.controls.changed.options.every((option) => ticks.includes(option.id));
    const severity = fields.includes("severity") ? state.severity?.[id] : undefined;
    const days = fields.includes("days") ? state.days?.[id] : undefined;
    present[id] = {
      changed: same ? 0 : WORST.changed,
      severity: severity ? Math.max(1, numberOf(severity)) : fields.includes("severity") ? open.severity : WORST.severity,
      days: days ? numberOf(days) : fields.includes("days") ? open.days : WORST.days,
    };
  }
  const held = sheet.modifiers.filter(({ id, missing }) => (state.modifiers?.[id] ? state.modifiers[id] !== "no" : missing));
  return { present, modifiers: held.map(({ id }) => id) };
}

/** The highest rank that any clause gives, the rules that give it, and every clause that holds. */
export function advise(sheet, findings) {
  const highest = (clauses) => Math.max(-1, ...clauses.map(([, rank]) => rank));
  const early = sheet.clauses.filter(([, , condition]) => holds(condition, findings, -1));
  const first = highest(early);
  // A clause that looks at the level is asked last, and only if it raises it.
  const last = sheet.clauses.filter((clause) => early.includes(clause) || (clause[1] > first && holds(clause[2], findings, first)));
  const rank = highest(last);
  const setting = last.filter((clause) => clause[1] === rank);
  return { rank, rules: [...new Set(setting.map(([rule]) => rule))], fired: last.map(([rule, at]) => [rule, at]) };
}
