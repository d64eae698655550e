// Cards of missed questions: when each comes again stands in the sheet, by what happened so far.

const DAY = 86_400_000;

/** The number of a day in the reader's own time; a card due on a day is due all day. */
export function dayOf(now) {
  return Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / DAY);
}

/** Days until the next time: what was before the last answers hardly counts. */
export function daysAfter(sheet, history) {
  const short = history.length > sheet.longest ? history[0] + history.slice(1 - sheet.longest) : history;
  return sheet.intervals[short];
}

/** The cards with those added that were missed just now; a card that is there keeps its day. */
export function withMissed(sheet, cards, missed, today) {
  const fresh = missed.filter((id) => !cards[id]).map((id) => [id, { history: "m", due: today + daysAfter(sheet, "m") }]);
  return { ...cards, ...Object.fromEntries(fresh) };
}

/** The card after an answer; null when it is learned and comes no more. */
export function afterAnswer(sheet, card, right, today) {
  const history = card.history + (right ? "r" : "m");
  const days = daysAfter(sheet, history);
  return days > sheet.learned ? null : { history, due: today + days };
}

/** Ids of the cards that are due, the longest due first. */
export function dueCards(cards, today) {
  return Object.keys(cards).filter((id) => cards[id].due <= today).sort((one, other) => cards[one].due - cards[other].due);
}

/** Cards as they were kept; whatever is no card of these questions is left out. */
export function keptCards(ids, saved) {
  const fits = ([id, card]) => ids.includes(id) && /^m[mr]*$/.test(card?.history) && Number.isInteger(card.due);
  return Object.fromEntries(Object.entries(saved ?? {}).filter(fits));
}
