// Which account is kept and which is moved, live; and the two changing places.

import { named, parts, write } from "./elements.js";

/** @import { Answers } from "../letters/answers.js" */

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
    const [one, other] = [source, destination].map((name) => named(form, name).value);
    setNamed(form, source, other);
    setNamed(form, destination, one);
  }
  // Whose address it is has to be said of the new one anew.
  for (const { id, refused } of guide.fields) if (refused) setNamed(form, id, "");
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} value
 */
function setNamed(form, name, value) {
  /** @type {HTMLInputElement[]} */
  const controls = parts(form, `[name="${name}"]`);
  for (const control of controls) setValue(control, value);
}

/**
 * What can be ticked or chosen is so if the value is its own.
 * @param {HTMLInputElement} control
 * @param {string} value
 */
export function setValue(control, value) {
  if (/radio|checkbox/.test(control.type)) control.checked = control.value === value;
  else control.value = value;
}
