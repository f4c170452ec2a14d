// Where a word stands in a folded text.

import { stem } from "./stems.js";

/**
 * A word to look for. A Latin one is found where a word begins, in all its forms; another one anywhere.
 * @typedef {{ text: string, latin: boolean, sought: string }} Word
 *
 * A place of a word, and how well it fits: 1 where it is the word itself.
 * @typedef {{ from: number, to: number, fit: number }} Match
 */

/** How well a Latin word fits that only begins like the one asked for, or holds it, or begins with its stem. */
const BEGINS = 0.6;
const AKIN = 0.25;

/** How long a word or stem has to be to be looked for inside of others, or as their beginning. */
const LONG = 4;

const LETTER = /[\p{sc=Latin}\d]/u;

/** @type {Match[]} */
const NONE = [];

/**
 * @param {string} text folded
 * @param {boolean} latin
 * @returns {Word}
 */
export function wordOf(text, latin) {
  return { text, latin, sought: latin ? stem(text) : text };
}

/**
 * @param {Word} word
 * @param {string} text folded
 * @returns {Match[]}
 */
export function matches(word, text) {
  let from = text.indexOf(word.sought);
  if (from < 0) return NONE;
  const found = [];
  while (from >= 0) {
    const match = word.latin ? latinMatch(word, text, from) : { from, to: from + word.sought.length, fit: 1 };
    if (match) found.push(match);
    from = text.indexOf(word.sought, match?.to ?? from + 1);
  }
  return found;
}

/**
 * @param {Word} word
 * @param {string} text
 * @param {number} from where its stem was found
 * @returns {Match | undefined}
 */
function latinMatch({ text: word, sought }, text, from) {
  let end = from;
  while (end < text.length && LETTER.test(text[end])) end++;
  const found = text.slice(from, end);
  const whole = { from, to: from + word.length };
  if (from > 0 && LETTER.test(text[from - 1])) {
    return found.startsWith(word) && word.length >= LONG ? { ...whole, fit: AKIN } : undefined;
  }
  if (found === word || stem(found) === sought) return { from, to: end, fit: 1 };
  if (found.startsWith(word)) return { ...whole, fit: BEGINS };
  return sought.length >= LONG ? { from, to: from + sought.length, fit: AKIN } : undefined;
}
