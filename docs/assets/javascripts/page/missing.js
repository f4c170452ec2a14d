// How much of a letter is still missing: in all, and in each part of the form.

import { asked } from "../letters/answers.js";
import { fill } from "../letters/placeholders.js";
import { required } from "../letters/validation.js";
import { part, parts, show } from "./elements.js";

/** @import { Answers } from "../letters/answers.js" */
/** @import { Finding } from "../letters/validation.js" */

/**
 * @param {HTMLFormElement} form
 * @param {Guide} guide
 * @param {Answers} effective
 * @param {Finding[]} findings
 */
export function showMissing(form, guide, effective, findings) {
  const { words } = guide;
  const count = findings.length;
  writeInPlace(part(form, "[data-missing]"), fill(words[count ? "missing" : "missing-none"], { count }));
  // A reply to AWS's list approves or corrects it: that one is read before it is copied.
  const copied = !count && guide.letters[effective.letter].sentBy === "form";
  show(part(form, '[data-action="copy-from-bar"]'), copied);
  for (const place of parts(form, "[data-part]")) {
    const state = part(place, "[data-part-state]");
    const left = findings.filter(({ field }) => field.group === place.dataset.part).length;
    const needed = guide.fields.some(
      (field) => field.group === place.dataset.part && asked(field, effective) && needsAnswer(field, effective),
    );
    const said = left ? "missing" : needed ? "done" : "optional";
    if (state.dataset.partState !== said) state.dataset.partState = said;
    writeInPlace(state, fill(words[`part-${said}`], { count: left }));
  }
}

/**
 * @param {Field} field
 * @param {Answers} effective
 */
function needsAnswer(field, effective) {
  return field.states || field.requiredOnPage || required(field, effective);
}

/**
 * Without a word to those who make room: these places have their own, whatever they say.
 * @param {HTMLElement} place
 * @param {string} text
 */
function writeInPlace(place, text) {
  if (place.textContent !== text) place.textContent = text;
}
