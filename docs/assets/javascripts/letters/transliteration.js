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
    // A spacing accent is no space.
    if (parts.some((part, index) => part === " " && joins(parts[index + 1]))) continue;
    const plain = parts.filter((part) => !joins(part));
    const found = plain.map((part) => known(guide, part));
    // What has no other parts than itself is not known: that was asked before.
    if (plain.length && !found.includes(null)) return found.join("");
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
  const number = /** @type {number} */ (character.codePointAt(0));
  const run = guide.warnings.table.filter(([first]) => first <= number).at(-1);
  return run?.[1].split(" ")[number - run[0]] || null;
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
  return guide.warnings.kinds.find(({ ranges }) => text > "\u007f" && pattern(`^[${ranges}]`).test(text));
}
