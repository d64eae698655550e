// Answers live in this browser tab and end with it: sessionStorage, under the page's address.

export function tabStore(key) {
  const name = `teachback:${location.pathname}:${key}`;
  return {
    load() {
      try {
        return JSON.parse(sessionStorage.getItem(name)) ?? {};
      } catch {
        return {}; // a browser that forbids storage, or a value that is not ours
      }
    },
    save(state) {
      try {
        sessionStorage.setItem(name, JSON.stringify(state));
      } catch {
        // Storage is full or forbidden: the answers stay on the page, as the page says.
      }
    },
  };
}

/** What the pages of this course keep in this tab under names that end so. */
export function storesEndingWith(ending) {
  try {
    const names = Object.keys(sessionStorage).filter((name) => name.startsWith("teachback:") && name.endsWith(ending));
    return names.map((name) => JSON.parse(sessionStorage.getItem(name)));
  } catch {
    return [];
  }
}

/** Forget everything that the pages of this course keep in this tab. */
export function forgetAll() {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith("teachback:")) sessionStorage.removeItem(name);
  } catch {
    // Storage is forbidden: then nothing was kept.
  }
}

export const noStore = { load: () => ({}), save() {} };

/** How each kind of sheet is drawn; a page holds only the kinds it shows. */
export const SHEETS = {};
