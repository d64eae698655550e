// Answers live in this browser tab and end with it: sessionStorage, under the page's address.

const ANSWERS = "teachback:";

export function tabStore(key) {
  const name = `${ANSWERS}${location.pathname}:${key}`;
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

/** What stays on the device because a nurse asked for it: null until then, and after it is removed. */
export function deviceStore(key) {
  const name = `teachback-device:${key}`;
  const tried = (task) => {
    try {
      return task();
    } catch {
      return null; // a browser that forbids storage, or a value that is not ours
    }
  };
  return {
    load: () => tried(() => JSON.parse(localStorage.getItem(name))),
    save: (state) => tried(() => localStorage.setItem(name, JSON.stringify(state))),
    remove: () => tried(() => localStorage.removeItem(name)),
  };
}

/** One small value of this tab, such as the text size; null where nothing is kept. */
export function kept(name) {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

export function keep(name, value) {
  try {
    sessionStorage.setItem(name, value);
  } catch {
    // Storage is full or forbidden: then it holds for this page only.
  }
}

/** What the pages of this course keep in this tab under names that end so. */
export function storesEndingWith(ending) {
  return namesFrom(ANSWERS).filter((name) => name.endsWith(ending)).map((name) => {
    try {
      return JSON.parse(kept(name)) ?? {};
    } catch {
      return {};
    }
  });
}

export function hasAnswers() {
  return namesFrom(ANSWERS).length > 0;
}

/** Forget every answer that the pages of this course keep in this tab, or all that begins so. */
export function forgetAll(beginning = ANSWERS) {
  for (const name of namesFrom(beginning)) sessionStorage.removeItem(name);
}

function namesFrom(beginning) {
  try {
    return Object.keys(sessionStorage).filter((name) => name.startsWith(beginning));
  } catch {
    return [];
  }
}

export const noStore = { load: () => ({}), save() {} };

/** How each kind of sheet is drawn; a page holds only the kinds it shows. */
export const SHEETS = {};
