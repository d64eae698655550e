// The state of triage practice: a seed and the decisions so far. Which story comes when follows from them.

const STEP = 0x6d2b79f5;

/** A stream of numbers from 0 to 1 that the same seed repeats. */
function numbersOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + STEP) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled(count, next) {
  const order = Array.from({ length: count }, (_, n) => n);
  for (let n = count - 1; n > 0; n -= 1) {
    const other = Math.floor(next() * (n + 1));
    [order[n], order[other]] = [order[other], order[n]];
  }
  return order;
}

/** The order of the stories in each of the first passes; none comes twice while there are others. */
export function ordersOf(count, seed, passes) {
  const next = numbersOf(seed);
  const possible = count > 8 ? Infinity : Array.from({ length: count }, (_, n) => n + 1).reduce((all, n) => all * n, 1);
  const orders = [];
  const seen = new Set();
  while (orders.length < passes) {
    if (seen.size >= possible) seen.clear();
    const order = shuffled(count, next);
    if (seen.has(order.join())) continue;
    seen.add(order.join());
    orders.push(order);
  }
  return orders;
}

/** The first stories in their order, each with its round and its place there. */
export function coming(sheet, seed, wanted) {
  const { stories, perRound } = sheet;
  const passes = Math.ceil(wanted / stories.length);
  const roundsOfAPass = Math.ceil(stories.length / perRound);
  return ordersOf(stories.length, seed, passes)
    .flatMap((order, pass) => order.map((story, n) => {
      const round = Math.floor(n / perRound);
      const count = Math.min(perRound, stories.length - round * perRound);
      return { story: stories[story].id, round: pass * roundsOfAPass + round, place: n - round * perRound, count };
    }))
    .slice(0, wanted);
}

/** Every round so far, counted by the verdicts that stand in the sheet. */
export function rounds(sheet, seed, choices) {
  const levels = Object.fromEntries(sheet.stories.map(({ id, level }) => [id, level]));
  const emergency = sheet.levels[0].id;
  const counted = [];
  coming(sheet, seed, choices.length).forEach(({ story, round }, n) => {
    const level = levels[story];
    const { kind } = sheet.verdicts[level][choices[n]];
    const row = (counted[round] ??= { stories: 0, emergencies: 0, found: 0, higher: 0, lower: 0 });
    row.stories += 1;
    row.emergencies += level === emergency;
    row.found += level === emergency && kind === "same";
    row.higher += kind === "higher";
    row.lower += kind === "lower" || kind === "missed_emergency";
  });
  return counted;
}

/** The practice as this tab kept it; with other stories than then it begins anew. */
export function keptPractice(sheet, saved, seed) {
  const known = new Set(sheet.levels.map(({ id }) => id));
  const stories = sheet.stories.map(({ id }) => id).join();
  const fits = saved.stories === stories && Number.isInteger(saved.seed) && Array.isArray(saved.choices) && saved.choices.every((id) => known.has(id));
  if (!fits) return { stories, seed, choices: [], chosen: null, phase: "story" };
  const phase = saved.choices.length && ["verdict", "round"].includes(saved.phase) ? saved.phase : "story";
  return { stories, seed: saved.seed, choices: saved.choices, chosen: known.has(saved.chosen) ? saved.chosen : null, phase };
}
