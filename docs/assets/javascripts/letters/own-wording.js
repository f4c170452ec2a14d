// A letter in the reader's own words: for each of its paragraphs what she wrote, and what it was made from.
// The letter's text comes from here and never from the page, which a browser may have translated.

import { letterText, paragraphText } from "./composition.js";

/** @import { Composed } from "./composition.js" */
/** @typedef {{id: string, made: string, text: string}} OwnParagraph */

/** @param {Composed[]} paragraphs */
export function ownWords(paragraphs) {
  return paragraphs.map((paragraph) => {
    const made = paragraphText(paragraph);
    return { id: paragraph.id, made, text: made };
  });
}

/** @param {OwnParagraph[]} own */
export function ownText(own) {
  return own
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join("\n\n");
}

/**
 * Whether the answers would give another letter by now than the one that she changed.
 * @param {OwnParagraph[]} own
 * @param {Composed[]} paragraphs
 */
export function isBehind(own, paragraphs) {
  return own.map(({ made }) => made).join("\n\n") !== letterText(paragraphs);
}

/**
 * The paragraphs and translations to show. What reads as the answers give it is shown as such; her own words have no
 * translation, and say so.
 * @param {OwnParagraph[]} own
 * @param {Composed[]} paragraphs
 * @param {Composed[]} translated
 * @param {{text: string, language: string}} note
 */
export function ownRows(own, paragraphs, translated, note) {
  const composed = new Map(paragraphs.map((paragraph, index) => [paragraph.id, [paragraph, translated[index]]]));
  const rows = own
    .filter(({ text }) => text.trim())
    .map(({ id, made, text }) => {
      const [paragraph, gloss] = composed.get(id) ?? [];
      if (paragraph && paragraphText(paragraph) === text.trim()) return [paragraph, gloss];
      const told = text === made ? [] : [[{ text: note.text }]];
      return [
        { id, lines: [[{ text: text.trim() }]] },
        { id, lines: told, language: note.language },
      ];
    });
  return { paragraphs: rows.map(([paragraph]) => paragraph), translated: rows.map(([, gloss]) => gloss) };
}
