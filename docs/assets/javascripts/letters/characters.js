// The last check of an English letter: what is not ASCII, as a reader sees it. A character that ASCII can stand for is
// found by itself; text that only a person can write anew is found once in an answer, however much there is of it.

import { isAscii, kind, replacement } from "./transliteration.js";

/** @import { Composed } from "./composition.js" */
/** @typedef {{character: string, literal: boolean}} Grapheme */

/**
 * No field is the letter itself, no ascii is text to be written anew; the excerpt is how that text begins, the
 * language one in which a letter could keep it.
 * @typedef {{field: string, ascii: string | null, graphemes: Grapheme[], excerpt: string, language: string}} Finding
 */

const LONGEST_EXCERPT = 30;
/** @type {Grapheme} */
const BLANK = { character: " ", literal: false };

/**
 * In the reader's own answers; the letter's wording holds nothing of the kind.
 * @param {Guide} guide
 * @param {Composed[]} paragraphs
 * @param {Set<string>} accepted keys of what the reader leaves as it is
 */
export function findingsInAnswers(guide, paragraphs, accepted) {
  const segments = paragraphs.flatMap(({ lines }) => lines.flat());
  const answers = new Map(segments.map(({ field, text }) => [field, text]));
  return [...answers].flatMap(([field, text]) => (field ? findingsIn(guide, text, field, accepted) : []));
}

/**
 * In a letter edited by hand nobody knows which answer a character came from: its field is the letter itself.
 * @param {Guide} guide
 * @param {string} text
 * @param {string} field
 * @param {Set<string>} accepted
 * @returns {Finding[]}
 */
export function findingsIn(guide, text, field, accepted) {
  const units = graphemes(guide, text);
  const open = units.filter((unit) => !isAscii(unit.character) && !accepted.has(keyOf(field, unit)));
  const anew = open.filter((unit) => asciiFor(guide, unit) === null);
  const languages = [...new Set(anew.map((unit) => languageOf(guide, unit)))].filter(Boolean);
  const together = writtenTogether(guide, units, anew, languages);
  /** @type {Map<string, Finding>} */
  const found = new Map();
  for (const unit of open) {
    const key = together.has(unit) ? "" : keyOf(field, unit);
    if (found.has(key)) continue;
    if (key) found.set(key, { field, ascii: asciiFor(guide, unit), graphemes: [unit], excerpt: "", language: "" });
    else {
      const members = open.filter((other) => together.has(other));
      const [language = ""] = languages;
      found.set(key, { field, ascii: null, graphemes: members, excerpt: excerpt(guide, units, unit), language });
    }
  }
  return [...found.values()];
}

/**
 * A sentence in Japanese has its own punctuation and is one thing to its reader: with what nothing can stand for goes
 * whatever has no blank between, and every sign of the same language.
 * @param {Guide} guide
 * @param {Grapheme[]} units
 * @param {Grapheme[]} anew
 * @param {string[]} languages
 */
function writtenTogether(guide, units, anew, languages) {
  const stuck = new Set(anew);
  /** @type {Set<Grapheme>} */
  const together = new Set();
  /** @type {Grapheme[]} */
  let word = [];
  for (const unit of [...units, BLANK]) {
    if (languages.includes(languageOf(guide, unit))) together.add(unit);
    if (!isBlank(unit)) word.push(unit);
    else {
      if (word.some((other) => stuck.has(other))) for (const other of word) together.add(other);
      word = [];
    }
  }
  return together;
}

/**
 * A blank, or what is not what it looks like, as a long-vowel mark between digits, was not written in a language.
 * @param {Guide} guide
 * @param {Grapheme} unit
 */
function languageOf(guide, { character, literal }) {
  const plain = character.trim() === "" || (character in guide.warnings.notAfter && !literal);
  return plain ? "" : (kind(guide, character)?.language ?? "");
}

/**
 * How the answer goes on from the word that a character stands in.
 * @param {Guide} guide
 * @param {Grapheme[]} units
 * @param {Grapheme} unit
 */
function excerpt(guide, units, unit) {
  let first = units.indexOf(unit);
  while (first && !isBlank(units[first - 1])) first -= 1;
  const text = units.slice(first, first + LONGEST_EXCERPT).map(({ character }) => drawn(guide, character));
  return text.join("") + (units.length > first + LONGEST_EXCERPT ? "…" : "");
}

/** @param {Grapheme} unit */
function isBlank({ character }) {
  return /^[ \t\n]/.test(character);
}

/**
 * A mark that stands alone would be drawn on the character before it.
 * @param {Guide} guide
 * @param {string} character
 */
export function drawn(guide, character) {
  return kind(guide, character)?.joins ? `\u25cc${character}` : character;
}

/**
 * @param {Guide} guide
 * @param {Grapheme} unit
 */
function asciiFor(guide, { character, literal }) {
  return literal ? null : replacement(guide, character);
}

/**
 * Those characters of a finding that nothing can stand for.
 * @param {Guide} guide
 * @param {Finding} finding
 */
export function anewIn(guide, { graphemes: members }) {
  return members.filter((unit) => asciiFor(guide, unit) === null);
}

/**
 * @param {string} field
 * @param {Grapheme} unit
 */
export function keyOf(field, { character, literal }) {
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
 * Where a finding stands first, in the units that controls and ranges count in; undefined where it does not. Of text to
 * be written anew it is as much as has no blank between.
 * @param {Guide} guide
 * @param {string} text
 * @param {Finding} finding
 * @returns {[number, number] | undefined}
 */
export function placeOf(guide, text, finding) {
  const anew = finding.ascii === null;
  const [{ character, literal }] = anew ? anewIn(guide, finding) : finding.graphemes;
  let start = 0;
  for (const unit of graphemes(guide, text)) {
    const end = start + unit.character.length;
    if (unit.character === character && unit.literal === literal) return anew ? wordAt(text, end) : [start, end];
    start = end;
  }
  return undefined;
}

/**
 * From a word's first character that is not ASCII to its last; of all such words the first that goes as far as asked.
 * @param {string} text
 * @param {number} end
 * @returns {[number, number] | undefined}
 */
function wordAt(text, end) {
  for (const { index, 0: word } of text.matchAll(/[^ -~\t\n](?:[^ \t\n]*[^ -~\t\n])?/g)) {
    const last = index + word.length;
    if (last >= end) return [index, last];
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
