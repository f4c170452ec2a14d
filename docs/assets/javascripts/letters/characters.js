// The last check of an English letter: every character that is not ASCII, as a reader sees it, and its name.

import { isAscii, kind } from "./transliteration.js";

/** @import { Composed } from "./composition.js" */
/** @typedef {{character: string, literal: boolean}} Grapheme */
/** @typedef {Grapheme & {field: string}} Entry a character of an answer; no field is the letter itself */

/**
 * The reader's own answers that hold such characters; the letter's wording holds none.
 * @param {Guide} guide
 * @param {Composed[]} paragraphs
 */
export function nonAsciiInAnswers(guide, paragraphs) {
  const segments = paragraphs.flatMap(({ lines }) => lines.flat());
  return once(segments.flatMap(({ field, text }) => (field ? nonAscii(guide, text, field) : [])));
}

/**
 * In a letter edited by hand nobody knows which answer a character came from: its field is the letter itself.
 * @param {Guide} guide
 * @param {string} text
 */
export function nonAsciiInText(guide, text) {
  return once(nonAscii(guide, text, ""));
}

/**
 * @param {Guide} guide
 * @param {string} text
 * @param {string} field
 */
function nonAscii(guide, text, field) {
  return graphemes(guide, text)
    .filter(({ character }) => !isAscii(character))
    .map((unit) => ({ ...unit, field }));
}

/** @param {Entry[]} entries */
function once(entries) {
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()];
}

/** @param {Entry} entry */
export function keyOf({ field, character, literal }) {
  return [field, character, literal].join(" ");
}

/**
 * A text in the characters that a reader sees: with the marks that stand on them, and literal where a character is
 * what it looks like, as the long-vowel mark after kana.
 * @param {Guide} guide
 * @param {string} text
 */
export function graphemes(guide, text) {
  /** @type {Grapheme[]} */
  const units = [];
  const { notAfter } = guide.warnings;
  for (const character of text) {
    const before = units.at(-1);
    const found = kind(guide, character);
    if (found?.joins && before && carries(guide, before.character)) {
      before.character += character;
      continue;
    }
    const kinds = notAfter[character];
    const literal =
      kinds !== undefined &&
      before !== undefined &&
      (before.character in notAfter ? before.literal : kinds.includes(kind(guide, before.character)?.id ?? ""));
    units.push({ character, literal });
  }
  return units;
}

/**
 * A mark after a blank, after nothing that is seen, or after a mark that stands alone, stands alone.
 * @param {Guide} guide
 * @param {string} character
 */
function carries(guide, character) {
  const found = kind(guide, character);
  return character.trim() !== "" && !found?.joins && found?.becomes !== "nothing";
}

/**
 * The text with another in each place of one character; the same one with a mark on it is another character.
 * @param {Guide} guide
 * @param {string} text
 * @param {Grapheme} grapheme
 * @param {string} replacement
 */
export function replaceGrapheme(guide, text, { character, literal }, replacement) {
  return graphemes(guide, text)
    .map((unit) => (unit.character === character && unit.literal === literal ? replacement : unit.character))
    .join("");
}

/**
 * Where a character stands first, in the units that controls and ranges count in; undefined where it does not.
 * @param {Guide} guide
 * @param {string} text
 * @param {Grapheme} grapheme
 * @returns {[number, number] | undefined}
 */
export function findGrapheme(guide, text, { character, literal }) {
  let start = 0;
  for (const unit of graphemes(guide, text)) {
    if (unit.character === character && unit.literal === literal) return [start, start + character.length];
    start += unit.character.length;
  }
  return undefined;
}

/**
 * @param {Guide} guide
 * @param {string} text
 */
export function characterName(guide, text) {
  const whole = text.normalize("NFC");
  const named = isAscii(whole[0]) ? [...whole].find((character) => !isAscii(character)) : whole;
  return guide.warnings.names[whole] ?? kind(guide, named ?? whole)?.name ?? "";
}
