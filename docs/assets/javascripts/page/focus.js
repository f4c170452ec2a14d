// Focus and keys, where browsers or the theme do what does not fit a long form.

import { part } from "./elements.js";

const PRECEDING = 2; // Node.DOCUMENT_POSITION_PRECEDING, which takes a line of the page

/**
 * WebKit takes a field that lies under the header for one that can be seen, and Firefox, when it is busy, now and then
 * leaves out the scrolling: what the keyboard goes to is brought into view here, once the browser had its turn.
 * @param {HTMLElement} target
 */
export function keepFocusInView(target) {
  if (!target.matches("a, button, input, textarea")) return;
  bringIntoView(target);
  requestAnimationFrame(() => document.activeElement === target && bringIntoView(target));
}

/**
 * What the reader is led to is neither covered nor folded away.
 * @param {HTMLElement} place
 */
function reveal(place) {
  /** @type {HTMLDialogElement | null} */
  const over = document.querySelector("dialog[open]");
  if (!over?.contains(place)) over?.close();
  for (const details of document.querySelectorAll("details")) if (details.contains(place)) details.open = true;
}

/**
 * What the reader is led to has the focus, and stands where she looks.
 * @param {HTMLElement} place
 * @param {ScrollLogicalPosition} [block] where in the window
 * @param {HTMLElement} [shown] what is to be seen with it
 */
export function leadTo(place, block = "start", shown = place) {
  reveal(place);
  shown.scrollIntoView({ block });
  place.focus({ preventScroll: true });
}

/** @param {HTMLElement} target */
function bringIntoView(target) {
  const { top, bottom } = target.getBoundingClientRect();
  const header = part(document, ".md-header").offsetHeight;
  const bar = part(document, ".mg-bar");
  const above = bar.compareDocumentPosition(target) & PRECEDING;
  if (top < header || bottom > innerHeight - (above ? bar.offsetHeight : 0))
    target.scrollIntoView({ block: "nearest" });
}

/**
 * Material's shortcuts are single keys and fire from radios and buttons too: "n" would leave the page.
 * @param {KeyboardEvent} event
 */
export function keepKeyFromTheme(event) {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
}
