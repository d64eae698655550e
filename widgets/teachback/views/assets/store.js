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

export const noStore = { load: () => ({}), save() {} };

/** How each kind of sheet is drawn; a page holds only the kinds it shows. */
export const SHEETS = {};
