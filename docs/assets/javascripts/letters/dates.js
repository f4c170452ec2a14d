// Dates as a letter writes them; the same as hooks/mergeguide/i18n/dates.py.

import { fill } from "./placeholders.js";

/**
 * @param {LetterWords} words
 * @param {string} iso
 */
export function letterDate(words, iso) {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(iso);
  if (!match) return iso;
  const [year, month, day] = match.slice(1).map(Number);
  return fill(words.date, { year, month: words.months[month - 1] ?? month, day });
}
