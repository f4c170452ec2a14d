// The parts of the form: all open, or one at a time. What is folded or unfolded stays where it is in the window.

import { part, parts } from "./elements.js";
import { leadTo } from "./focus.js";
import { isPressed, press } from "./pressed.js";
import { hold, holding } from "./scroll-anchoring.js";

export class FormParts {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.letter = part(form, "[data-letter-panel]");
    this.groups = part(form, ".mg-groups");
    this.switch = part(form, '[data-action="one-part"]');
    /** @type {HTMLDetailsElement[]} */
    this.all = parts(form, "[data-part]");
    /** @type {HTMLDetailsElement[]} */
    this.further = parts(form, "[data-further]");
  }

  get oneByOne() {
    return isPressed(this.switch);
  }

  /**
   * What the browser does when a heading is pressed, so that no other part moves it.
   * @param {MouseEvent} event
   */
  toggle(event) {
    const heading = /** @type {HTMLElement} */ (event.target).closest("summary");
    /** @type {HTMLDetailsElement | undefined} */
    const pressed = this.all.find((each) => each === heading?.parentElement);
    if (!heading || !pressed) return;
    event.preventDefault();
    hold(heading);
    holding(() => {
      if (pressed.open) pressed.open = false;
      else this.unfold(pressed);
    });
  }

  /** @param {HTMLDetailsElement} unfolded */
  unfold(unfolded) {
    if (this.oneByOne) for (const other of this.all) other.open = false;
    unfolded.open = true;
  }

  // From all at once to the part that is in work, and back.
  change() {
    press(this.switch, !this.oneByOne);
    this.groups.classList.toggle("mg-groups--one", this.oneByOne);
    holding(() => {
      // What can be left out takes no room from whoever takes one part at a time, unless something stands in it.
      for (const each of this.further) each.open = !this.oneByOne || isAnswered(each);
      if (this.oneByOne) this.unfold(this.inWork());
      else for (const each of this.all) each.open = true;
    });
  }

  get shown() {
    return this.all.filter(({ hidden }) => !hidden);
  }

  // The first in which something is missing; where nothing is, the first.
  inWork() {
    const { shown } = this;
    return shown.find((each) => part(each, "[data-part-state]").dataset.partState === "missing") ?? shown[0];
  }

  /**
   * From a part to the next one, from the last one to the letter.
   * @param {HTMLElement} button
   */
  next(button) {
    const { shown } = this;
    const following = shown[shown.findIndex((each) => each.contains(button)) + 1];
    if (following) this.unfold(following);
    const place = following ? part(following, "summary") : part(this.letter, '[data-action="copy"]');
    leadTo(place, following ? "start" : "nearest");
  }
}

/** @param {HTMLElement} questions */
function isAnswered(questions) {
  /** @type {HTMLInputElement[]} */
  const controls = parts(questions, ".mg-input");
  return controls.some(({ value }) => value);
}
