// The evaluator of a calculator's sheet. No formula stands here: all come from Python, compiled, and a
// test proves that both sides give the same result, or the same refusal, over a grid of values.

const NOISE = 1e-9;
const EXACT = 1e-9;

export function rounded(value, decimals) {
  const scale = 10 ** decimals;
  return Math.floor(value * scale + 0.5 + NOISE) / scale;
}

const DONE = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  max: Math.max,
  min: Math.min,
  "<": (a, b) => Number(a < b),
  "<=": (a, b) => Number(a <= b),
  ">": (a, b) => Number(a > b),
  ">=": (a, b) => Number(a >= b),
  "==": (a, b) => Number(a === b),
  and: (a, b) => Number(Boolean(a) && Boolean(b)),
  or: (a, b) => Number(Boolean(a) || Boolean(b)),
  round: rounded,
};

export function evaluate(formula, values) {
  if (typeof formula === "string") return values[formula];
  if (!Array.isArray(formula)) return formula;
  const [kind, ...parts] = formula;
  if (kind === "if") return evaluate(evaluate(parts[0], values) ? parts[1] : parts[2], values);
  return DONE[kind](...parts.map((part) => evaluate(part, values)));
}

export function filled(text, shown) {
  return text.replace(/\[([A-Za-z][A-Za-z0-9_]*)\]/g, (_, name) => shown[name] ?? "");
}

/** What an input may be now: its own range, or the one of the choice that it hangs by. */
export function rangeNow(one, given) {
  return one.by ? one.ranges[given[one.by]] : one.range;
}

/** Values, words to fill in, and every refusal with the input it belongs to. */
function readValues(sheet, given) {
  const read = { values: {}, shown: {}, refusals: [], asked: [] };
  const refuse = (id, word, shown) => read.refusals.push({ id, words: filled(sheet.refusals[word], shown) });
  for (const one of sheet.inputs) {
    for (const option of one.options) for (const name of Object.keys(option.sets)) read.values[name] = 0;
    read.values[one.id] = 0;
    if (one.only_if !== null && !evaluate(one.only_if, read.values)) continue;
    read.asked.push(one.id);
    const limits = rangeNow(one, given);
    if (one.options.length) choose(one, given[one.id], read, refuse);
    else if (limits) enter(one, limits, given[one.id], read, refuse);
  }
  for (const name of Object.keys(given)) if (!read.asked.includes(name)) refuse(name, "extra", { value: name });
  return read;
}

function choose(one, value, { values, shown }, refuse) {
  const option = one.options.find(({ id }) => id === value);
  if (!option) {
    const ids = one.options.map(({ id }) => id).join(", ");
    refuse(one.id, value === undefined || value === null ? "open" : "unknown", { ask: one.ask, value: String(value), ids });
    return;
  }
  values[one.id] = option.points ?? 0;
  Object.assign(values, option.sets);
  for (const [name, number] of Object.entries(option.sets)) shown[name] = String(number);
  Object.assign(shown, option.words, { [one.id]: option.points === null ? option.text : String(option.points) });
}

function enter(one, limits, value, { values, shown, refusals }, refuse) {
  const { unit, decimals } = limits;
  if (typeof value !== "number" || !Number.isFinite(value)) {
    refuse(one.id, "number", { ask: one.ask, unit });
    return;
  }
  if (value < limits.least || value > limits.most) {
    refuse(one.id, "range", { ask: one.ask, unit, value: String(value), least: String(limits.least), most: String(limits.most) });
    if (limits.hint) refusals.at(-1).words += ` ${limits.hint}`;
  } else if (Math.abs(rounded(value, decimals) - value) > EXACT) {
    refuse(one.id, "decimals", { ask: one.ask, decimals: String(decimals) });
  }
  values[one.id] = value;
  shown[one.id] = value.toFixed(decimals);
}

/** Answer, level, action and steps for what was given; or only the refusals. */
export function calculate(sheet, given) {
  const { values, shown, refusals } = readValues(sheet, given);
  if (refusals.length) return { refusals };
  const steps = sheet.steps.map((step) => {
    const decimals = typeof step.decimals === "string" ? values[step.decimals] : step.decimals;
    values[step.id] = rounded(evaluate(step.formula, values), decimals);
    shown[step.id] = values[step.id].toFixed(decimals);
    return filled(step.says, shown);
  });
  const outcome = sheet.outcomes.find(({ when }) => when === null || evaluate(when, values));
  return { refusals, answer: filled(outcome.answer, shown), level: outcome.level, action: outcome.action, steps };
}

/** The inputs that are asked now. */
export function askedNow(sheet, given) {
  return readValues(sheet, given).asked;
}
