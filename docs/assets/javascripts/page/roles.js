// Which account is kept and which is moved, live; and the two changing places.

import { named, parts, write } from "./elements.js";

/** @import { Answers } from "../letters/answers.js" */
/** @import { Control } from "./form-answers.js" */

/**
 * @param {HTMLFormElement} form
 * @param {Answers} effective
 */
export function showRoles(form, effective) {
  for (const place of parts(form, "[data-role-address]")) {
    write(place, effective[place.dataset.roleAddress ?? ""] ?? "");
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {Guide} guide
 */
export function swapRoles(form, guide) {
  for (const [source, destination] of guide.pairs) {
    const [one, other] = [named(form, source), named(form, destination)];
    const before = one.value;
    setValue(one, other.value);
    setValue(other, before);
  }
  // Whose address it is has to be said of the new one anew.
  for (const { id, refused } of guide.fields) if (refused) setValue(named(form, id), "");
}

/**
 * @param {Control | RadioNodeList} control
 * @param {string} value
 */
export function setValue(control, value) {
  if (!(control instanceof RadioNodeList)) control.value = value;
  else
    for (const radio of /** @type {Iterable<HTMLInputElement>} */ (control.values()))
      radio.checked = radio.value === value;
}
