// Which questions, groups and links are there, given the answers so far.

import { asked } from "../letters/answers.js";
import { part, parts, show } from "./elements.js";

/** @import { Answers } from "../letters/answers.js" */

/**
 * @param {HTMLFormElement} form
 * @param {Guide} guide
 * @param {Answers} effective
 */
export function showQuestions(form, guide, effective) {
  for (const field of guide.fields) {
    const place = part(form, `[data-field="${field.id}"]`);
    show(place, asked(field, effective));
    if (field.states) show(part(place, "[data-address]"), effective[`${field.id}-is`] === "another");
  }
  for (const link of parts(form, "[data-situation]")) {
    show(link, link.dataset.situation === effective.situation);
  }
  for (const whole of parts(form, "[data-occasion], [data-further], [data-part]")) {
    show(whole, !parts(whole, "[data-field]").every(({ hidden }) => hidden));
  }
}
