// An answer taken over from another field with a tick: while it is ticked, the one follows the other.

import { part, parts } from "./elements.js";

/** @param {HTMLFormElement} form */
export function followTicked(form) {
  for (const [tick, control, other] of ticks(form)) {
    if (tick.checked && control.value !== other.value) control.value = other.value;
    control.readOnly = tick.checked;
  }
}

/**
 * The ticks are no answers and are not kept; what is equal was most likely ticked.
 * @param {HTMLFormElement} form
 */
export function tickEqual(form) {
  for (const [tick, control, other] of ticks(form)) {
    tick.checked = control.value !== "" && control.value === other.value;
  }
}

/**
 * Each tick with the field that follows and the one that it follows.
 * @param {HTMLFormElement} form
 * @returns {[HTMLInputElement, HTMLInputElement, HTMLInputElement][]}
 */
function ticks(form) {
  /** @type {(name: string | undefined) => HTMLInputElement} */
  const control = (name) => part(form, `[name="${name}"]`);
  /** @type {HTMLInputElement[]} */
  const found = parts(form, "[data-same-as]");
  return found.map((tick) => [tick, control(tick.dataset.in), control(tick.dataset.sameAs)]);
}
