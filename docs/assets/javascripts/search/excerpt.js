// A text around the words that were found in it, these marked, as HTML.

import { foldedWithPlaces } from "./folding.js";
import { matches } from "./matches.js";

/** @typedef {import("./terms.js").Term} Term */
/** @typedef {{ from: number, to: number }} Span */

/** How many characters of a text are shown, and how many of them before the first word that was found. */
const SHOWN = 120;
const BEFORE = 30;

/** At how many of the words it is tried to begin. */
const TRIED = 40;

/** The rest of a Latin word at the beginning of a text, and the beginning of one at its end. */
const PART_OF_WORD = /^\p{sc=Latin}+\P{sc=Latin}/u;
const PUNCTUATION = /^[\s\p{Po}\p{Pe}\p{Pf}]+/u;
const WORD_BEGUN = /\p{sc=Latin}{1,20}$/u;

/** What a text may be cut after. */
const SENTENCE_END = /[。．.!?！？]\s?/g;

/**
 * @param {string} text
 * @param {Term[]} found
 */
export function excerpt(text, found) {
  const spans = spansOf(text, found);
  const { from, to } = densest(text, spans);
  const inside = spans
    .filter((span) => span.from >= from && span.to <= to)
    .map((span) => ({ from: span.from - from, to: span.to - from }));
  return `${from > 0 ? "…" : ""}${withMarks(text.slice(from, to), inside)}${to < text.length ? "…" : ""}`;
}

/**
 * @param {string} text
 * @param {Term[]} found
 */
export function marked(text, found) {
  return withMarks(text, spansOf(text, found));
}

/**
 * Where the words stand in a text, in order, none within another.
 * @param {string} text
 * @param {Term[]} found
 * @returns {Span[]}
 */
function spansOf(text, found) {
  const { text: folded, places } = foldedWithPlaces(text);
  const spans = found
    .flatMap(({ words }) => words.flatMap((word) => matches(word, folded)))
    .map(({ from, to }) => ({ from: places[from], to: places[to] }))
    .sort((one, other) => one.from - other.from || other.to - one.to);
  let end = 0;
  return spans.filter((span) => {
    const apart = span.from >= end;
    if (apart) end = span.to;
    return apart;
  });
}

/**
 * The part of a text in which most of the words stand.
 * @param {string} text
 * @param {Span[]} spans
 * @returns {Span}
 */
function densest(text, spans) {
  let best = { from: 0, to: ending(text, SHOWN), held: 0 };
  for (const { from: first } of spans.slice(0, TRIED)) {
    const from = beginning(text, first);
    const to = ending(text, from + SHOWN);
    const words = spans
      .filter((span) => span.from >= from && span.to <= to)
      .map((span) => text.slice(span.from, span.to));
    const held = new Set(words).size;
    if (held > best.held) best = { from, to, held };
  }
  return best;
}

/**
 * Where the excerpt with a word begins: at its sentence, if that is near.
 * @param {string} text
 * @param {number} place
 */
function beginning(text, place) {
  const before = text.slice(Math.max(0, place - BEFORE), place);
  const ends = [...before.matchAll(SENTENCE_END)];
  const last = ends.at(-1);
  if (last) return place - before.length + last.index + last[0].length;
  return before.length < BEFORE ? 0 : place - before.replace(PART_OF_WORD, "").replace(PUNCTUATION, "").length;
}

/**
 * Where an excerpt ends that has no room for more: not within a Latin word.
 * @param {string} text
 * @param {number} place
 */
function ending(text, place) {
  if (place >= text.length) return text.length;
  return /^\p{sc=Latin}/u.test(text.slice(place)) ? text.slice(0, place).replace(WORD_BEGUN, "").length : place;
}

/**
 * @param {string} text
 * @param {Span[]} spans
 */
function withMarks(text, spans) {
  let html = "";
  let done = 0;
  for (const { from, to } of spans) {
    html += `${escaped(text.slice(done, from))}<mark>${escaped(text.slice(from, to))}</mark>`;
    done = to;
  }
  return html + escaped(text.slice(done));
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
