// An answer taken over from another field with a tick: while it is ticked, the one follows the other. It goes
// when something else comes into the field, typed or filled in by the browser.

import { part, parts } from "./elements.js";

/** @import { Built } from "./elements.js" */

// What a tick and the field that follows were like before.
/** @type {WeakMap<HTMLInputElement, {ticked: boolean, value: string}>} */
const before = new WeakMap();

/** @param {HTMLFormElement} form */
export function followTicked(form) {
  for (const [tick, control, other] of ticks(form)) {
    const { ticked, value } = before.get(tick) ?? { ticked: false, value: "" };
    if (tick.checked && control.value !== other.value) {
      if (ticked && control.value !== value) tick.checked = false;
      else control.value = other.value;
    }
    before.set(tick, { ticked: tick.checked, value: control.value });
  }
}

/**
 * The ticks are no answers and are not kept; what is equal was most likely ticked.
 * @param {HTMLFormElement} form
 */
export function tickEqual(form) {
  for (const [tick, control, other] of ticks(form)) {
    tick.checked = control.value !== "" && control.value === other.value;
    before.set(tick, { ticked: tick.checked, value: control.value });
  }
}

/**
 * Each tick with the field that follows and the one that it follows.
 * @param {HTMLFormElement} form
 * @returns {[HTMLInputElement, HTMLInputElement, HTMLInputElement][]}
 */
function ticks(form) {
  /** @type {(HTMLInputElement & Built)[]} */
  const found = parts(form, "[data-same-as]");
  return found.map((tick) => [
    tick,
    part(form, `[name=${tick.dataset.in}]`),
    part(form, `[name=${tick.dataset.sameAs}]`),
  ]);
}
