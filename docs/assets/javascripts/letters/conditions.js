// When a paragraph stands or a field is asked; the same rules as hooks/mergeguide/letters/conditions.py.

/** @import { Answers } from "./answers.js" */

/**
 * @param {When | undefined} when
 * @param {Answers} answers
 */
export function holds(when, answers) {
  return !when?.length || when.some((condition) => everyTestHolds(condition, answers));
}

/**
 * @param {Condition} condition
 * @param {Answers} answers
 */
function everyTestHolds(condition, answers) {
  return Object.entries(condition).every(([name, test]) => {
    const answer = answers[name] ?? "";
    return Array.isArray(test) ? test.includes(answer) : (answer === "") === (test === "absent");
  });
}

/**
 * Whether the effective answers call for a difference between two fields.
 * @param {DiffersFrom} rule
 * @param {Answers} effective
 */
export function applies({ when, unless }, effective) {
  return holds(when, effective) && !(unless.length && holds(unless, effective));
}
