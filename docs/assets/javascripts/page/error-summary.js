// The errors: a summary that takes the focus and links to the fields, and the same words at each field.
// The box takes the focus and its inner part is the alert: one element doing both is skipped by some screen readers.
// While the reader corrects, only what has changed is touched, so that nothing is read out at every key, and what
// goes leaves its room, so that nothing moves under her finger; it is given up when she asks for the letter again.

import { fill } from "../letters/placeholders.js";
import { inWords } from "../letters/validation.js";
import { aboutToMove, element, part, parts, show, write } from "./elements.js";
import { leadTo } from "./focus.js";

/** @import { Finding } from "../letters/validation.js" */
/** @import { Built } from "./elements.js" */
/** @import { Control } from "./form-answers.js" */

const TITLE = document.title;

/**
 * @param {HTMLFormElement} form
 * @param {Guide} guide
 * @param {Finding[]} findings
 * @param {boolean} announced
 */
export function showProblems(form, guide, findings, announced) {
  const summary = part(form, "[data-error-summary]");
  const key = findings.map((finding) => `${finding.control} ${finding.error}`).join();
  if (!announced && summary.dataset.key === key) return;
  summary.dataset.key = key;
  aboutToMove();
  for (const place of [summary, ...parts(form, ".mg-error[id]")]) {
    if (announced) place.style.minHeight = "";
    else if (place.textContent) place.style.minHeight ||= `${place.offsetHeight}px`;
  }
  markFields(form, guide, findings);
  const count = findings.length;
  document.title = (count ? guide.words["error-prefix"] : "") + TITLE;
  show(summary, count || summary.style.minHeight);
  const title = fill(guide.words[count === 1 ? "error-title" : "error-title-count"], { count });
  const list = element("ul", {}, ...findings.map((finding) => item(form, guide, finding)));
  const heading = element("p", { class: "mg-problems-title" }, title);
  const alert = element("div", announced ? { role: "alert" } : {}, heading, list);
  summary.replaceChildren(...(count ? [alert] : []));
}

/**
 * @param {HTMLFormElement} form
 * @param {Guide} guide
 * @param {Finding} finding
 */
function item(form, guide, finding) {
  const control = controlOf(form, finding.control);
  const link = element("a", { href: `#${control.id}` }, inWords(guide, finding));
  link.addEventListener("click", (event) => {
    // Neither the address nor the history may change.
    event.preventDefault();
    goTo(control);
  });
  return element("li", {}, link);
}

/**
 * @param {HTMLFormElement} form
 * @param {Guide} guide
 * @param {Finding[]} findings
 */
function markFields(form, guide, findings) {
  const messages = new Map(findings.map((finding) => [finding.control, inWords(guide, finding)]));
  for (const place of parts(form, ".mg-error[id]")) {
    const name = place.id.slice("mg-".length, -"-error".length);
    const message = messages.get(name) ?? "";
    write(place, message);
    for (const control of parts(form, `[name="${name}"]`)) {
      control.ariaInvalid = message ? "true" : null;
    }
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {Control}
 */
function controlOf(form, name) {
  return form.querySelector(`[name="${name}"]:checked`) ?? part(form, `[name="${name}"]`);
}

/**
 * From a blank in the letter to where its field is answered: to its address, or to whether there is one.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} pressed
 */
export function goToQuestion(form, pressed) {
  /** @type {(HTMLElement & Built) | null} */
  const blank = pressed.closest("[data-asks]");
  if (!blank) return;
  const field = blank.dataset.asks;
  const control = controlOf(form, field);
  goTo(control.closest("[hidden]") ? controlOf(form, `${field}-is`) : control);
}

/** @param {Control} control */
function goTo(control) {
  leadTo(control, "start", control.closest("fieldset")?.querySelector("legend") ?? control.labels?.[0]);
}
