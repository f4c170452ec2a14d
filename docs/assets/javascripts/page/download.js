// Saving a text as a file.

import { element } from "./elements.js";

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
