// Where there is no room beside the questions, the letter opens over them: what holds it is moved into a dialog, and
// back. Meanwhile there is one more entry in the history, of the same address, so that Back closes the dialog.

import { part } from "./elements.js";

export class LetterDialog {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    /** @type {HTMLDialogElement} */
    this.dialog = part(form, "dialog");
    this.panel = part(form, "[data-letter-panel]");
    this.rail = part(form, ".mg-rail");
    this.openButton = part(form, "[data-open-letter]");
    this.entered = false;
  }

  open() {
    // What stands below it on the page stays where it is.
    this.rail.style.minHeight = `${this.rail.offsetHeight}px`;
    this.dialog.append(this.panel);
    this.dialog.showModal();
    this.panel.querySelector("[data-fed]")?.scrollIntoView({ block: "center" });
    // Going back is not to take her from the question that a press in the letter has led to.
    history.scrollRestoration = "manual";
    history.pushState(null, "");
    this.entered = true;
  }

  wentBack() {
    history.scrollRestoration = "auto";
    this.entered = false;
    this.close();
  }

  close() {
    this.dialog.close();
    this.closed();
  }

  // However it was closed; the browser tells it a moment later.
  closed() {
    if (!this.dialog.contains(this.panel)) return;
    this.rail.append(this.panel);
    this.rail.style.minHeight = "";
    if (document.activeElement === document.body) this.openButton.focus({ preventScroll: true });
    if (this.entered) history.back();
  }
}
