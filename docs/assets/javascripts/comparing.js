// Beside a field: what two answers together give reason to look at once more. Nothing of it stands in the way.

import { holds } from "./conditions.js";
import { element, fieldOf, filled, parts } from "./fields.js";

export function showComparisons(form, guide, effective) {
  for (const place of parts(form, "[data-compared]")) {
    const text = told(guide, effective, place.dataset.compared);
    if (place.textContent === text) continue;
    place.replaceChildren(...(text ? [element("p", { class: "mg-warning" }, text)] : []));
  }
}

// Of several comparisons the first that finds something.
function told(guide, effective, id) {
  for (const { id: rule, fields, like, compares, when } of guide.warnings.comparisons) {
    if (!fields.includes(id) || !holds(when, effective)) continue;
    const found = like.map((name) => [name, inCommon(guide, compares, effective[id] ?? "", effective[name] ?? "")]);
    const [other, domain] = found.find(([, common]) => common) ?? [];
    if (!other) continue;
    const [label, otherLabel] = [id, other].map((name) => fieldOf(guide, name).label);
    return filled(guide.words.warnings[rule], { label, other: otherLabel, domain });
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
