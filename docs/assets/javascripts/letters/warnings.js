// What looks wrong in an answer, or gives reason to look at it once more. Nothing of it keeps a letter from being sent.

import { repairAnswer } from "./answers.js";
import { holds } from "./conditions.js";
import { domainOf, isEverybodys } from "./domains.js";
import { fieldOf } from "./fields.js";
import { pattern } from "./patterns.js";
import { fill } from "./placeholders.js";

/** @import { Answers } from "./answers.js" */

/**
 * Each as {text, hint}: a hint is only to be looked at.
 * @param {Guide} guide
 * @param {Field} field
 * @param {string} answer
 */
export function answerWarnings(guide, field, answer) {
  const { words } = guide.warnings;
  // A mistake in what the reader wants as she typed it is one as well.
  const [name, domain] = repairAnswer(guide, field, answer).split("@");
  const meant = field.format === "email" && guide.warnings.domains[(domain ?? "").toLowerCase()];
  const found = meant ? [{ text: fill(words.domain, { instead: `${name}@${meant}` }), hint: false }] : [];
  for (const { id, formats, matches, instead, swaps, hint } of guide.warnings.patterns) {
    const unwanted = pattern(matches);
    if (!formats.includes(/** @type {string} */ (field.format)) || !unwanted.test(answer)) continue;
    const better = Object.keys(swaps).length ? swapped(answer, matches, swaps) : answer.replace(unwanted, instead);
    found.push({ text: fill(words[id], { instead: better }), hint });
  }
  return found;
}

/**
 * @param {string} answer
 * @param {string} matches
 * @param {Record<string, string>} swaps
 */
function swapped(answer, matches, swaps) {
  /** @param {string} match */
  const change = (match) => [...match].map((sign) => swaps[sign] ?? sign).join("");
  return answer.replace(pattern(matches, "gu"), change);
}

/**
 * What two answers together give reason to look at; of several comparisons the first that finds something.
 * @param {Guide} guide
 * @param {Answers} effective
 * @param {string} id
 */
export function comparisonWarning(guide, effective, id) {
  for (const { id: rule, fields, like, compares, when } of guide.warnings.comparisons) {
    if (!fields.includes(id) || !holds(when, effective)) continue;
    const found = like.map((name) => [name, inCommon(guide, compares, effective[id], effective[name])]);
    const [other, domain] = found.find(([, common]) => common) ?? [];
    if (!other) continue;
    const [label, otherLabel] = [id, other].map((name) => fieldOf(guide, name)?.label);
    return fill(guide.warnings.words[rule], { label, other: otherLabel, domain });
  }
  return "";
}

/**
 * @param {Guide} guide
 * @param {Comparison["compares"]} compares
 * @param {string} answer
 * @param {string} other
 */
function inCommon(guide, compares, answer, other) {
  if (!answer || !other) return "";
  if (compares === "whole") return answer.toLowerCase() === other.toLowerCase() ? domainOf(answer) : "";
  return domainInCommon(guide.warnings.everybodys, domainOf(answer), domainOf(other));
}

/**
 * Domains are read from their end: mail.example.co.jp is below example.co.jp, and so is its neighbour
 * dev.example.co.jp. Two parts that end with a country (co.jp) are nobody's own.
 * @param {string[]} everybodys
 * @param {string} domain
 * @param {string} other
 */
export function domainInCommon(everybodys, domain, other) {
  if (isEverybodys(everybodys, domain)) return "";
  const [ours, theirs] = [domain, other].map((name) => name.split(".").reverse());
  const shortest = Math.min(ours.length, theirs.length);
  let common = 0;
  while (common < shortest && ours[common] === theirs[common]) common += 1;
  if (common < 2 || (common < shortest && common === 2 && ours[0].length === 2)) return "";
  return ours.slice(0, common).reverse().join(".");
}
