// From answers to a letter; the same walk as hooks/mergeguide/letters/composition.py over the structure that it compiled.
// A text is an array: wording at even positions, the id of a field at odd ones.

import { holds } from "./conditions.js";
import { letterDate } from "./dates.js";
import { fieldOf } from "./fields.js";

/** @import { Answers } from "./answers.js" */
/** @typedef {{field: string, text: string}} AnswerSegment an answer, or a blank where it is missing */
/** @typedef {{field?: undefined, text: string} | AnswerSegment} Segment wording, or an answer */
/** @typedef {{id: string, lines: Segment[][], language?: string}} Composed a paragraph of a letter */

/**
 * @param {Guide} guide
 * @param {Answers} effective
 * @param {string} language
 */
export function compose(guide, effective, language) {
  return guide.letters[effective.letter].paragraphs
    .filter((id) => holds(guide.paragraphs[id].when, effective))
    .map((id) => ({
      id,
      lines: guide.paragraphs[id].lines
        .filter((line) => holds(line.when, effective))
        .map((line) => segments(guide, effective, language, line.text[language])),
    }));
}

/**
 * @param {Guide} guide
 * @param {Answers} effective
 * @param {string} language
 * @param {string[]} parts
 */
function segments(guide, effective, language, parts) {
  return parts
    .map((part, position) =>
      position % 2 ? { field: part, text: answerText(guide, part, effective, language) } : { text: part },
    )
    .filter((segment) => segment.field || segment.text);
}

/** @param {Composed} paragraph */
export function paragraphText(paragraph) {
  return paragraph.lines.map((line) => line.map((segment) => segment.text).join("")).join("\n");
}

/** @param {Composed[]} paragraphs */
export function letterText(paragraphs) {
  return paragraphs.map(paragraphText).join("\n\n");
}

/**
 * @param {Guide} guide
 * @param {string} id
 * @param {Answers} effective
 * @param {string} language
 */
export function answerText(guide, id, effective, language) {
  const field = /** @type {Field} */ (fieldOf(guide, id));
  const words = guide.letterWords[language];
  if (field.states) {
    const state = effective[`${id}-is`];
    if (field.states.includes(state) && state !== "another") return words.states[state];
  }
  const answer = effective[id] ?? "";
  if (field.defaultFrom) return reasonFor(guide, effective[field.defaultFrom], language, answer);
  if (field.kind === "choice") return words.choices[id]?.[answer] ?? "";
  if (field.kind === "date") return letterDate(words, answer);
  return answer;
}

/**
 * @param {Guide} guide
 * @param {string} situation
 * @param {string} language
 * @param {string} answer
 */
export function reasonFor(guide, situation, language, answer) {
  const standard = Object.values(guide.letterWords).map((words) => words.reasons[situation]);
  return answer && !standard.includes(answer) ? answer : (guide.letterWords[language].reasons[situation] ?? "");
}
