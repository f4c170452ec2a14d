// Beside a field: what was repaired in it, with a way back, what looks wrong, and what is better looked at once more.
// Nothing of it stands in the way.

import { repaired } from "../letters/normalization.js";
import { fill } from "../letters/placeholders.js";
import { answerWarnings, comparisonWarning } from "../letters/warnings.js";
import { smallButton } from "./buttons.js";
import { element, parts } from "./elements.js";

/** @import { Answers } from "../letters/answers.js" */

/**
 * @param {HTMLElement} place
 * @param {Guide} guide
 * @param {Field} field
 * @param {string} before
 * @param {string} after
 * @param {() => void} undo
 */
export function showNotes(place, guide, field, before, after, undo) {
  const { words } = guide;
  const notes = answerWarnings(guide, field, after).map(({ text, hint }) =>
    element("p", { class: hint ? "mg-hint" : "mg-warning" }, text),
  );
  if (after !== before) {
    const text = fill(words[repairWords(guide, field, before, after)], { before, after });
    notes.unshift(element("p", { class: "mg-repair", role: "note" }, text, " ", smallButton(words.undo, undo)));
  }
  place.replaceChildren(...notes);
}

/**
 * What was done, in words that are true: more than blanks and widths went only where something came with pasting.
 * @param {Guide} guide
 * @param {Field} field
 * @param {string} before
 * @param {string} after
 */
function repairWords(guide, field, before, after) {
  const format = guide.formats[/** @type {string} */ (field.format)];
  const withPasted = repaired(before, { ...format, pasted: [] }, guide.characters).replaceAll(" ", "");
  if (format.pasted.length && withPasted.length > after.length) return "repaired-address";
  return before.normalize("NFKC") !== before || /[^ -~]/.test(before.trim()) ? "repaired" : "repaired-spaces";
}

/**
 * @param {HTMLFormElement} form
 * @param {Guide} guide
 * @param {Answers} effective
 */
export function showComparisons(form, guide, effective) {
  for (const place of parts(form, "[data-compared]")) {
    const text = comparisonWarning(guide, effective, place.dataset.compared);
    if (place.textContent === text) continue;
    place.replaceChildren(...(text ? [element("p", { class: "mg-warning" }, text)] : []));
  }
}
