// Leading the reader to some characters: in a control, or in the letter while it is edited by hand.

import { leadTo } from "./focus.js";

/**
 * place: where they begin and end in the control's value; none where they are gone by now.
 * @param {HTMLInputElement | HTMLTextAreaElement} control
 * @param {[number, number] | undefined} place
 */
export function pointInto(control, place) {
  leadTo(control, "center");
  // Fields for addresses let nobody set the selection.
  if (place && control.selectionStart !== null) control.setSelectionRange(...place);
}

/**
 * placeIn(text): where they begin and end in the text of a paragraph.
 * @param {HTMLElement[]} paragraphs
 * @param {(text: string) => [number, number] | undefined} placeIn
 */
export function pointIntoParagraphs(paragraphs, placeIn) {
  const paragraph = paragraphs.find(({ textContent }) => placeIn(textContent)) ?? paragraphs[0];
  const place = placeIn(paragraph.textContent);
  leadTo(paragraph, "center");
  if (!place) return;
  const [start, end] = place.map((offset) => pointOf(paragraph, offset));
  getSelection()?.setBaseAndExtent(...start, ...end);
}

/**
 * @param {HTMLElement} paragraph
 * @param {number} offset
 * @returns {[Text, number]}
 */
function pointOf(paragraph, offset) {
  const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = offset;
  let text = /** @type {Text} */ (texts.nextNode());
  while (left > text.length) {
    left -= text.length;
    text = /** @type {Text} */ (texts.nextNode());
  }
  return [text, left];
}
