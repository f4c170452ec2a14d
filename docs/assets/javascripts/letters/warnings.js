// What looks wrong in an answer, or gives reason to look at it once more. Nothing of it keeps a letter from being sent.

import { repairAnswer } from "./answers.js";
import { holds } from "./conditions.js";
import { fieldOf } from "./fields.js";
import { fill } from "./placeholders.js";

// Each as {text, hint}: a hint is only to be looked at.
export function answerWarnings(guide, field, answer) {
  const { warnings } = guide.words;
  // A mistake in what the reader wants as she typed it is one as well.
  const [name, domain] = repairAnswer(guide, field, answer).split("@");
  const meant = field.format === "email" && guide.warnings.domains[domain?.toLowerCase()];
  const found = meant ? [{ text: fill(warnings.domain, { instead: `${name}@${meant}` }), hint: false }] : [];
  for (const { id, formats, matches, instead, swaps, hint } of guide.warnings.patterns) {
    const pattern = new RegExp(matches, "u");
    if (!formats.includes(field.format) || !pattern.test(answer)) continue;
    const better = Object.keys(swaps).length ? swapped(answer, matches, swaps) : answer.replace(pattern, instead);
    found.push({ text: fill(warnings[id], { instead: better }), hint });
  }
  return found;
}

function swapped(answer, matches, swaps) {
  const change = (match) => [...match].map((sign) => swaps[sign] ?? sign).join("");
  return answer.replace(new RegExp(matches, "gu"), change);
}

// What two answers together give reason to look at; of several comparisons the first that finds something.
export function comparisonWarning(guide, effective, id) {
  for (const { id: rule, fields, like, compares, when } of guide.warnings.comparisons) {
    if (!fields.includes(id) || !holds(when, effective)) continue;
    const found = like.map((name) => [name, inCommon(guide, compares, effective[id] ?? "", effective[name] ?? "")]);
    const [other, domain] = found.find(([, common]) => common) ?? [];
    if (!other) continue;
    const [label, otherLabel] = [id, other].map((name) => fieldOf(guide, name).label);
    return fill(guide.words.warnings[rule], { label, other: otherLabel, domain });
  }
  return "";
}

function inCommon(guide, compares, answer, other) {
  if (!answer || !other) return "";
  if (compares === "whole") return answer.toLowerCase() === other.toLowerCase() ? domainOf(answer) : "";
  return domainInCommon(guide.warnings.everybodys, domainOf(answer), domainOf(other));
}

function domainOf(answer) {
  return answer.slice(answer.lastIndexOf("@") + 1).toLowerCase();
}

// Domains are read from their end: mail.example.co.jp is below example.co.jp, and so is its neighbour
// dev.example.co.jp. Two parts that end with a country (co.jp) are nobody's own.
export function domainInCommon(everybodys, domain, other) {
  if (everybodys.some((known) => domain === known || domain.endsWith(`.${known}`))) return "";
  const [ours, theirs] = [domain, other].map((name) => name.split(".").reverse());
  const shortest = Math.min(ours.length, theirs.length);
  let common = 0;
  while (common < shortest && ours[common] === theirs[common]) common += 1;
  if (common < 2 || (common < shortest && common === 2 && ours[0].length === 2)) return "";
  return ours.slice(0, common).reverse().join(".");
}
