// Leaving a field by pressing elsewhere changes the page under the pointer, and the click would miss what was
// pressed: so the change waits until the click has happened.

/** @import { Control } from "./form-answers.js" */

const TAP_ENDS_AFTER = 600; // milliseconds

export class DeferredChanges {
  /**
   * settle(control): what a change of a control leads to.
   * @param {(control: Control) => void} settle
   */
  constructor(settle) {
    this.settle = settle;
    this.pressed = false;
    /** @type {Control[]} */
    this.waiting = [];
    this.releasing = 0;
  }

  /** @param {Control} control */
  change(control) {
    if (this.pressed) this.waiting.push(control);
    else this.settle(control);
  }

  press() {
    this.stop();
    this.pressed = true;
  }

  /**
   * A mouse clicks at once. After a finger the browser first makes sure that it was a tap, and a tap on nothing may be
   * followed by no click at all.
   * @param {PointerEvent} event
   */
  release({ pointerType }) {
    this.releasing = setTimeout(() => this.released(), pointerType === "mouse" ? 0 : TAP_ENDS_AFTER);
  }

  released() {
    this.pressed = false;
    this.settleWaiting();
  }

  settleWaiting() {
    for (const control of this.waiting.splice(0)) this.settle(control);
  }

  stop() {
    clearTimeout(this.releasing);
  }
}
