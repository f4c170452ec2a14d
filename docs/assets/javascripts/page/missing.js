// How much of a letter is still missing.

import { fill } from "../letters/placeholders.js";
import { part, write } from "./elements.js";

/** @import { Finding } from "../letters/validation.js" */

/**
 * @param {HTMLFormElement} form
 * @param {Guide} guide
 * @param {Finding[]} findings
 */
export function showMissing(form, guide, findings) {
  const count = findings.length;
  write(part(form, "[data-missing]"), fill(guide.words[count ? "missing" : "missing-none"], { count }));
}
