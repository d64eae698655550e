// What changed between two forms. The same formula as in Python's analysis; a test compares them.

/** Shares from 0 to 1; the gain is the part won of what was still open, null if nothing was. */
export function gainOf(before, after) {
  return { difference: after - before, gain: before < 1 ? (after - before) / (1 - before) : null };
}
