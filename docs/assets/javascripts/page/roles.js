// Which account is kept and which is moved, live; and the two changing places.

import { parts, write } from "./elements.js";

/** @import { Answers } from "../letters/answers.js" */
/** @import { Control } from "./form-answers.js" */

/**
 * @param {HTMLFormElement} form
 * @param {Answers} effective
 */
export function showRoles(form, effective) {
  for (const place of parts(form, "[data-role-address]")) {
    write(place, effective[place.dataset.roleAddress] ?? "");
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {Guide} guide
 */
export function swapRoles(form, guide) {
  for (const [source, destination] of guide.pairs) {
    const before = form.elements[source].value;
    setValue(form.elements[source], form.elements[destination].value);
    setValue(form.elements[destination], before);
  }
}

/**
 * @param {Control | RadioNodeList} control
 * @param {string} value
 */
export function setValue(control, value) {
  if (!(control instanceof RadioNodeList)) control.value = value;
  else for (const radio of control) radio.checked = radio.value === value;
}
