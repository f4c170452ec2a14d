// Dates as people write them and as a letter writes them; the same as hooks/mergeguide/i18n/dates.py.

import { pattern } from "./patterns.js";
import { fill } from "./placeholders.js";

/**
 * 2026-03-31 or 2026-03 for a date that somebody wrote; anything else comes back as it is.
 * months: the names of months, a list for each language that has names.
 * @param {string} text
 * @param {Written[]} written
 * @param {string[][]} months
 */
export function isoDate(text, written, months) {
  for (const { matches, holds, adds } of written) {
    const match = pattern(matches).exec(text);
    if (!match) continue;
    const parts = Object.fromEntries(holds.map((name, index) => [name, match[index + 1]]).filter(([, part]) => part));
    const month = monthNumber(parts.month, months);
    if (!month) continue;
    const year = adds + (parts.year === "元" ? 1 : Number(parts.year));
    const numbers = [month, parts.day].filter(Boolean).map((part) => part.padStart(2, "0"));
    return [String(year).padStart(4, "0"), ...numbers].join("-");
  }
  return text;
}

/**
 * A number as it is; of a name its number, where it is one month's only and three letters of it are there.
 * @param {string} month
 * @param {string[][]} months
 */
function monthNumber(month, months) {
  if (/^[0-9]+$/.test(month)) return month;
  const begins = month.toLowerCase();
  const numbers = months.flatMap((names) =>
    names.flatMap((name, index) => (name.toLowerCase().startsWith(begins) ? [String(index + 1)] : [])),
  );
  const found = new Set(numbers);
  return month.length > 2 && found.size === 1 ? numbers[0] : "";
}

/**
 * @param {LetterWords} words
 * @param {string} iso
 */
export function letterDate(words, iso) {
  const match = /^([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?$/.exec(iso);
  if (!match) return iso;
  const [year, month, day] = match.slice(1).map(Number);
  return fill(day ? words.date : words.month, { year, month: words.months[month - 1] ?? month, day });
}
