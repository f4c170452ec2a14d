// What is said to the reader: one status line, seen and read out.

import { part, write } from "./elements.js";
import { holding } from "./scroll-anchoring.js";

let saying = 0;

/** @param {string} text */
export function say(text) {
  sayNothingMore();
  holding(() => write(part(document, ".mg-status"), text));
}

/**
 * A second of quiet first: a screen reader would read every key press out otherwise.
 * @param {string} text
 */
export function sayLater(text) {
  sayNothingMore();
  saying = setTimeout(() => say(text), 1000);
}

export function sayNothingMore() {
  clearTimeout(saying);
}
