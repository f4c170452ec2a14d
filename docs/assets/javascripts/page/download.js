// Saving a text as a file.

import { fill } from "../letters/placeholders.js";
import { element } from "./elements.js";
import { today } from "./today.js";

/**
 * @param {string} text
 * @param {string} name
 * @param {string} [type]
 */
export function save(text, name, type = "text/plain") {
  const content = `${text}\n`.replaceAll("\n", "\r\n");
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  element("a", { href: address, download: name }).click();
  // Safari reads the address only after the click has returned (WebKit bug 211234).
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * @param {Guide} guide
 * @param {string} letter
 */
export function fileName(guide, letter) {
  return fill(guide.words["file-name"], { letter, date: today() });
}
