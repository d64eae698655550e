// The evaluator of a checklist's sheet. No triage is invented here: clauses come from Python,
// and a test proves that both sides agree.

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

/** Findings of the answers yes, no, unsure by symptom; whatever was not asked counts as worst. */
export function findingsOf(sheet, answers) {
  const present = Object.entries(answers).filter(([, answer]) => answer !== "no");
  const worst = () => ({ changed: 1, severity: 10, days: 99 });
  return { present: Object.fromEntries(present.map(([id]) => [id, worst()])), modifiers: sheet.modifiers };
}

/** The highest rank that any clause gives, and the clauses that give it. */
export function advise(sheet, findings) {
  const fired = (level) => sheet.clauses.filter(([, , condition]) => holds(condition, findings, level));
  const highest = (clauses) => Math.max(-1, ...clauses.map(([, rank]) => rank));
  const first = highest(fired(-1));
  const last = fired(first);
  const rank = Math.max(first, highest(last));
  const setting = last.filter((clause) => clause[1] === rank);
  return { rank, rules: [...new Set(setting.map(([rule]) => rule))], clauses: setting };
}

/** The symptoms that a condition looks at. */
export function symptomsIn(condition) {
  if (condition[0] === "at_least") return condition[2].flatMap(symptomsIn);
  return condition[0] === "has" ? [condition[1]] : [];
}
