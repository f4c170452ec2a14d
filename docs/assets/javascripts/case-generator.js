// The element <case-generator>. Its form is in the page already; this gives it life.
//
// Connected: the data is read from the page, listeners are bound. Disconnected: the listeners go.

import { showUsedValue } from "./page/address-value.js";
import { CaseText } from "./page/case-text.js";
import { DeferredChanges } from "./page/deferred-changes.js";
import { keepFocusInView, keepKeyFromTheme } from "./page/focus.js";
import { tick } from "./page/form-companion.js";
import { ScrollAnchoring } from "./page/scroll-anchoring.js";

export class CaseGenerator extends HTMLElement {
  connectedCallback() {
    const guide = JSON.parse(this.querySelector('script[data-name="guide"]').textContent);
    this.form = this.querySelector("form");
    this.anchoring = new ScrollAnchoring(this.form);
    this.caseText = new CaseText(this.form, guide, this.anchoring);
    this.changes = new DeferredChanges((control) => this.caseText.settle(control));
    this.listening = new AbortController();
    this.listen(this.listening.signal);
  }

  disconnectedCallback() {
    this.listening.abort();
    this.caseText.announcer.stop();
    this.changes.stop();
  }

  listen(signal) {
    const { form, caseText, changes, anchoring } = this;
    const { letter, handover } = caseText;
    const listen = (target, type, handle) => target.addEventListener(type, handle, { signal });
    listen(form, "input", (event) => this.onInput(event));
    listen(form, "compositionend", (event) => this.onInput(event));
    listen(form, "change", ({ target }) => changes.change(target));
    // No change is told where the converted text equals the one before, so the field is set right on leaving it.
    listen(form, "focusout", ({ target }) => showUsedValue(target));
    listen(form, "click", (event) => this.onClick(event));
    listen(form, "focusin", ({ target }) => {
      anchoring.touch(target);
      if (!changes.pressed) keepFocusInView(target);
    });
    listen(window, "pointerdown", ({ target }) => {
      changes.press();
      if (form.contains(target)) anchoring.touch(target);
    });
    listen(window, "pointerup", (event) => changes.release(event));
    listen(window, "pointercancel", () => changes.released());
    listen(window, "click", () => changes.released());
    // Enter in a field must not reload the page.
    listen(form, "submit", (event) => event.preventDefault());
    listen(this, "keydown", keepKeyFromTheme);
    listen(letter.sheet, "focusin", (event) => letter.restore(event));
    listen(letter.sheet, "compositionstart", (event) => letter.restore(event));
    listen(letter.sheet, "beforeinput", (event) => this.onBeforeInput(event));
    listen(document, "copy", (event) => handover.giveOffered(event));
    listen(window, "beforeprint", () => letter.showAnew());
    listen(window, "pageshow", (event) => caseText.shownAgain(event));
  }

  /** @param {InputEvent | CompositionEvent} event */
  onInput(event) {
    if (!event.isComposing) this.caseText.input(event.target);
  }

  /** @param {InputEvent} event */
  onBeforeInput(event) {
    if (event.isComposing || !this.caseText.letter.restore(event)) return;
    event.preventDefault();
    this.caseText.say("translated");
  }

  /** @param {Event} event */
  onClick(event) {
    const button = event.target.closest("[data-action]");
    if (!button) return;
    this.changes.settleWaiting();
    const { handover } = this.caseText;
    const actions = {
      copy: () => handover.copy(button),
      download: () => handover.download(),
      print: () => handover.print(),
      done: () => tick(button),
      edit: () => this.caseText.edit(),
      regenerate: () => this.caseText.regenerate(),
      reminder: () => this.caseText.saveReminder(),
      swap: () => this.caseText.swap(),
      clear: () => this.caseText.clear(),
      erase: () => this.caseText.clear(),
    };
    actions[button.dataset.action]?.();
  }
}

customElements.define("case-generator", CaseGenerator);
