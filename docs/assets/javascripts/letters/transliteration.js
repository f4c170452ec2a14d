// What ASCII can stand for a character that is none; the same rules as hooks/mergeguide/letters/transliteration.py.

import { pattern } from "./patterns.js";

/**
 * null where a person has to write something else; an empty text where it cannot be seen and is taken out.
 * @param {Guide} guide
 * @param {string} text
 */
export function replacement(guide, text) {
  const whole = [...text].length === 1 ? known(guide, text) : null;
  return whole ?? byParts(guide, text);
}

/**
 * @param {Guide} guide
 * @param {string} text
 */
function byParts(guide, text) {
  const first = kind(guide, text);
  if (first && first.becomes !== "transliteration" && first.becomes !== "parts") return null;
  /** @param {string} character */
  const joins = (character) => kind(guide, character)?.joins;
  for (const form of guide.warnings.forms) {
    const parts = [...text.normalize(form)];
    // A spacing accent is no blank.
    if (parts.some((part, index) => part === " " && index + 1 < parts.length && joins(parts[index + 1]))) continue;
    const plain = parts.filter((part) => !joins(part));
    const found = plain.map((part) => known(guide, part));
    if (plain.length && plain.join("") !== text && !found.includes(null)) return found.join("");
  }
  return null;
}

/**
 * @param {Guide} guide
 * @param {string} character
 */
function known(guide, character) {
  if (isAscii(character)) return character;
  const own = guide.warnings.own[character];
  if (own !== undefined) return own;
  if (kind(guide, character)?.becomes === "nothing") return "";
  return tableOf(guide).get(character) ?? null;
}

/** @type {WeakMap<Guide, Map<string, string>>} */
const tables = new WeakMap();

/** @param {Guide} guide */
function tableOf(guide) {
  const before = tables.get(guide);
  if (before) return before;
  /** @type {Map<string, string>} */
  const table = new Map();
  for (const [first, texts] of guide.warnings.table) {
    texts.split(" ").forEach((text, index) => {
      if (text) table.set(String.fromCodePoint(first + index), text);
    });
  }
  tables.set(guide, table);
  return table;
}

/** @param {string} text */
export function isAscii(text) {
  return [...text].every((character) => character <= "\u007f");
}

/**
 * Of more than one character the first counts; ASCII is of no kind.
 * @param {Guide} guide
 * @param {string} text
 */
export function kind(guide, text) {
  if (text <= "\u007f") return undefined;
  return guide.warnings.kinds.find(({ ranges }) => pattern(`^[${ranges}]`).test(text));
}
