// Keeping the answers in this tab, only where the reader asked for it. Nothing else is ever stored.

const KEY = "case-generator";
const VERSION = 1;

export function keep(answers) {
  attempt((storage) => storage.setItem(KEY, JSON.stringify({ version: VERSION, answers })));
}

export function forget() {
  attempt((storage) => storage.removeItem(KEY));
}

export function kept() {
  const found = attempt((storage) => JSON.parse(storage.getItem(KEY)));
  return found?.version === VERSION && typeof found.answers === "object" ? found.answers : null;
}

// Storage may be forbidden, full or damaged; the page works without it.
function attempt(use) {
  try {
    return use(window.sessionStorage);
  } catch {
    return null;
  }
}
