// Copying. What is copied is the text that is shown.

import { part } from "./elements.js";

/**
 * Called directly in the click: Safari allows no await before writeText. Not every page has a clipboard: that fails too.
 * @param {string} text
 */
export async function copy(text) {
  return navigator.clipboard.writeText(text);
}

/**
 * How a reader copies what is selected: a phone has no Ctrl key.
 * @param {Record<string, string>} words
 */
export function howToCopy(words) {
  return words[matchMedia("(pointer: coarse)").matches ? "copy-failed-touch" : "copy-failed"];
}

/**
 * Where copying is refused: the text in a box of its own, selected, beside the button that was to copy it.
 * @param {HTMLElement} box
 * @param {string} text
 * @param {HTMLElement} place
 * @param {string} how
 */
export function offerText(box, text, place, how) {
  const sheet = part(box, "[data-text]");
  sheet.textContent = text;
  part(box, "[data-how]").textContent = how;
  if (place.matches("li")) place.append(box);
  else place.after(box);
  box.hidden = false;
  getSelection()?.selectAllChildren(sheet);
  box.scrollIntoView({ block: "nearest" });
}

/**
 * What the browser then copies is the text, whatever a translation of the page has made of the box, and of the
 * selection with it, meanwhile; a part that the reader chose herself is left to her.
 * @param {ClipboardEvent} event
 * @param {HTMLElement} box
 * @param {string} text
 */
export function giveText(event, box, text) {
  const chosen = String(getSelection());
  // biome-ignore lint/performance/useDomNodeTextContent: a selection is the text as it is drawn
  const another = chosen && chosen !== part(box, "[data-text]").innerText;
  const { target } = /** @type {{target: any}} */ (event);
  if (box.hidden || another || target.closest?.("input, textarea")) return;
  event.preventDefault();
  event.clipboardData?.setData("text/plain", text);
}
