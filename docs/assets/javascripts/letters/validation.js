// What keeps a letter from being sent; the same rules, in the same order, as hooks/mergeguide/letters/validation.py.

import { asked } from "./answers.js";
import { applies, holds } from "./conditions.js";
import { fieldOf } from "./fields.js";
import { pattern } from "./patterns.js";
import { fill } from "./placeholders.js";

/** @import { Answers } from "./answers.js" */
/** @typedef {{control: string, field: Field, error: string, other?: string}} Finding */

/**
 * @param {Field} field
 * @param {Answers} effective
 */
export function required(field, effective) {
  return field.required || (field.requiredWhen && holds(field.requiredWhen, effective));
}

/**
 * today: the day after which days are still to come; without it none is. onPage: what the page alone insists on counts.
 * @param {Guide} guide
 * @param {Answers} effective
 * @param {string} [today]
 * @param {boolean} [onPage]
 */
export function judgeAnswers(guide, effective, today, onPage) {
  const findings = guide.fields
    .filter((field) => asked(field, effective))
    .flatMap((field) => judgeField(guide, field, effective, today, onPage) ?? []);
  /** @param {Finding} finding */
  const place = ({ field }) => guide.groups.indexOf(field.group);
  return findings.sort((one, other) => place(one) - place(other));
}

/**
 * @param {Guide} guide
 * @param {Field} field
 * @param {Answers} effective
 * @param {string | undefined} today
 * @param {boolean | undefined} onPage
 * @returns {Finding | null}
 */
function judgeField(guide, field, effective, today, onPage) {
  /**
   * @param {string} error
   * @param {string} [other]
   */
  const found = (error, other) => ({ control: field.id, field, error, other });
  if (field.states) {
    const control = `${field.id}-is`;
    if (!effective[control]) return { control, field, error: "choose" };
    if (!field.states.includes(effective[control])) return { control, field, error: "unknown-choice" };
    if (effective[control] !== "another") return null;
  }
  const answer = effective[field.id];
  if (!answer) {
    const needed = required(field, effective) || (onPage && field.requiredOnPage);
    return needed ? found(field.kind === "choice" ? "choose" : "enter") : null;
  }
  if (field.kind === "choice") {
    if (!field.choices?.includes(answer)) return found("unknown-choice");
    return field.refused?.[answer] ? found(field.refused[answer]) : null;
  }
  const format = guide.formats[/** @type {string} */ (field.format)];
  for (const check of format.checks) {
    const { error, matches, rejects, when } = check;
    const wrong = (matches && !pattern(matches).test(answer)) || (rejects && pattern(rejects).test(answer));
    if (wrong && holds(when, effective)) return found(error);
  }
  if ([...answer].length > format.longest) return found("too-long");
  const past = field.notToCome;
  if (past && today && answer > today.slice(0, answer.length) && holds(past.when, effective)) return found(past.error);
  for (const rule of field.differsFrom ?? []) {
    if (!applies(rule, effective)) continue;
    const other = rule.fields.find((id) => (effective[id] ?? "").toLowerCase() === answer.toLowerCase());
    if (other) return found(rule.error, other);
  }
  return null;
}

/**
 * @param {Guide} guide
 * @param {Finding} finding
 */
export function inWords(guide, finding) {
  const { field } = finding;
  return fill(guide.errors[finding.error], {
    label: field.label,
    example: field.example,
    other: fieldOf(guide, finding.other)?.label,
    longest: guide.formats[/** @type {string} */ (field.format)]?.longest,
    choices: (field.choices ?? field.states)?.join(", "),
  });
}
