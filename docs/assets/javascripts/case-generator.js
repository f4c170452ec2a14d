// The element <case-generator>. Its form is in the page already; this script makes it work.
//
// Connected: the data is read from the page, listeners are bound. Disconnected: the listeners go.

import { showUsedValue } from "./page/address-value.js";
import { sayNothingMore } from "./page/announcer.js";
import { CaseText } from "./page/case-text.js";
import { DeferredChanges } from "./page/deferred-changes.js";
import { part } from "./page/elements.js";
import { goToQuestion } from "./page/error-summary.js";
import { keepFocusInView, keepKeyFromTheme } from "./page/focus.js";
import { tick } from "./page/form-companion.js";
import { hold } from "./page/scroll-anchoring.js";

export class CaseGenerator extends HTMLElement {
  connectedCallback() {
    const guide = JSON.parse(part(this, 'script[data-name="guide"]').textContent);
    /** @type {HTMLFormElement} */
    const form = part(this, "form");
    const caseText = new CaseText(form, guide);
    const changes = new DeferredChanges((control) => caseText.settle(control));
    const listening = new AbortController();
    listenToForm(form, caseText, changes, listening.signal);
    listenToWindow(form, caseText, changes, listening.signal);
    this.addEventListener("keydown", keepKeyFromTheme, { signal: listening.signal });
    this.changes = changes;
    this.leave = () => {
      listening.abort();
      sayNothingMore();
      changes.stop();
    };
  }

  disconnectedCallback() {
    this.leave?.();
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {CaseText} caseText
 * @param {DeferredChanges} changes
 * @param {AbortSignal} signal
 */
function listenToForm(form, caseText, changes, signal) {
  const listen = listener(form, signal);
  listen("input", (event) => !event.isComposing && caseText.input(event.target));
  listen("compositionstart", ({ target }) => caseText.letter.restore(target));
  listen("beforeinput", (event) => {
    if (event.isComposing || !caseText.letter.restore(event.target)) return;
    event.preventDefault();
    caseText.say("translated");
  });
  listen("compositionend", ({ target }) => caseText.input(target));
  listen("change", ({ target }) => changes.change(target));
  // No change is told where the converted text equals the one before, so the field is set right on leaving it.
  listen("focusout", ({ target }) => showUsedValue(target));
  listen("click", (event) => {
    caseText.parts.toggle(event);
    goToQuestion(form, event.target);
    const button = event.target.closest("[data-action]");
    if (!button) return;
    changes.settleWaiting();
    act(caseText, button);
  });
  listen("focusin", ({ target }) => {
    caseText.letter.restore(target);
    hold(target);
    caseText.fed.follow(target);
    if (!changes.pressed) keepFocusInView(target);
  });
  part(form, "dialog").addEventListener("close", () => caseText.dialog.closed(), { signal });
  // Enter in a field must not reload the page.
  listen("submit", (event) => event.preventDefault());
}

/**
 * @param {HTMLFormElement} form
 * @param {CaseText} caseText
 * @param {DeferredChanges} changes
 * @param {AbortSignal} signal
 */
function listenToWindow(form, caseText, changes, signal) {
  const listen = listener(window, signal);
  listen("pointerdown", ({ target }) => {
    changes.press();
    if (!form.contains(target)) return;
    hold(target);
    caseText.fed.follow(target); // WebKit gives the focus to no button that is chosen with a pointer.
  });
  listen("pointerup", (event) => changes.release(event));
  for (const end of ["pointercancel", "click"]) listen(end, () => changes.released());
  listen("copy", (event) => caseText.handover.giveOffered(event));
  listen("popstate", () => caseText.dialog.wentBack());
  listen("beforeprint", () => caseText.showForPaper());
  listen("pagehide", () => caseText.nextFrame && caseText.showPlaces());
  listen("pageshow", (event) => caseText.shownAgain(event));
}

/**
 * @param {EventTarget} target
 * @param {AbortSignal} signal
 * @returns {(type: string, handle: (event: any) => void) => void}
 */
function listener(target, signal) {
  return (type, handle) => target.addEventListener(type, handle, { signal });
}

/**
 * What a button of the form does.
 * @param {CaseText} caseText
 * @param {HTMLElement} button
 */
function act(caseText, button) {
  const { handover } = caseText;
  /** @type {Record<string, () => void>} */
  const actions = {
    copy: () => handover.copy(button),
    "copy-from-bar": () => handover.copy(handover.button, true),
    download: () => handover.download(),
    print: () => handover.print(),
    done: () => tick(button),
    edit: () => caseText.edit(),
    "one-part": () => caseText.parts.change(),
    "next-part": () => caseText.parts.next(button),
    "open-letter": () => caseText.dialog.open(),
    "close-letter": () => caseText.dialog.close(),
    "mend-all": () => caseText.check.characters.mendAll(),
    regenerate: () => caseText.regenerate(),
    reminder: () => caseText.saveReminder(),
    swap: () => caseText.swap(),
    clear: () => caseText.clear(),
  };
  actions[/** @type {string} */ (button.dataset.action)]?.();
}

customElements.define("case-generator", CaseGenerator);
