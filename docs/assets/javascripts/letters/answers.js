// From what was typed to what counts; the same rules as hooks/mergeguide/letters/answers.py.

import { holds } from "./conditions.js";
import { isoDate } from "./dates.js";
import { hasOwnDomain } from "./domains.js";
import { repaired } from "./normalization.js";

/** @typedef {Record<string, string>} Answers by the control's name */

/**
 * @param {Field} field
 * @param {Answers} effective
 */
export function asked(field, effective) {
  return (!field.letters || field.letters.includes(effective.letter)) && holds(field.asked, effective);
}

/**
 * asTyped: field id → an answer whose repair the reader has undone; it counts as she typed it.
 * @param {Guide} guide
 * @param {Answers} answers
 * @param {Record<string, string>} [asTyped]
 */
export function effectiveAnswers(guide, answers, asTyped = {}) {
  /** @type {Answers} */
  const effective = {
    letter: answers.letter || Object.keys(guide.letters)[0],
    "letter-language": answers["letter-language"] || guide.letterLanguages[0],
    edition: answers.edition || guide.editions[0],
  };
  for (const { id } of guide.derived) effective[id] = "";
  for (const field of guide.fields) {
    if (!asked(field, effective)) continue;
    if (field.states) {
      const state = `${field.id}-is`;
      effective[state] = answers[state] ?? "";
      if (effective[state] !== "another") continue;
    }
    const answer = answers[field.id] || field.chosen || "";
    effective[field.id] = asTyped[field.id] === answer ? answer : repairAnswer(guide, field, answer);
    // A question further down may follow from it.
    for (const derived of guide.derived) {
      if (derived.followsFrom.includes(field.id)) effective[derived.id] = isSo(guide, derived, effective) ? "yes" : "";
    }
  }
  return effective;
}

/**
 * @param {Guide} guide
 * @param {Derived} derived
 * @param {Answers} effective
 */
function isSo(guide, { rule, followsFrom }, effective) {
  const [first, second] = followsFrom.map((name) => (effective[name] ?? "").toLowerCase());
  if (rule === "equal") return first !== "" && first === second;
  return first !== second && hasOwnDomain([...guide.warnings.everybodys, ...guide.warnings.examples], first);
}

/**
 * @param {Guide} guide
 * @param {Field} field
 * @param {string} answer
 */
export function repairAnswer(guide, field, answer) {
  if (!field.format) return answer;
  // All answers are asked for at every key, and all but one are the same as before.
  const before = repairs.get(field);
  if (before?.answer === answer) return before.repaired;
  const format = guide.formats[field.format];
  const months = Object.values(guide.letterWords).map((words) => words.months);
  const after = isoDate(repaired(answer, format, guide.characters), format.written, months);
  repairs.set(field, { answer, repaired: after });
  return after;
}

/** @type {WeakMap<Field, {answer: string, repaired: string}>} */
const repairs = new WeakMap();
