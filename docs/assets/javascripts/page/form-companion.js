// AWS's form, item by item: what goes in, for the edition that the reader sees.

import { answerText } from "../letters/composition.js";
import { fill } from "../letters/placeholders.js";
import { element, part, parts, show, write } from "./elements.js";
import { isPressed, press } from "./pressed.js";

/** @import { Answers } from "../letters/answers.js" */
/** @import { Built } from "./elements.js" */

/**
 * @param {HTMLFormElement} form
 * @param {Guide} guide
 * @param {Answers} effective
 * @param {string} letter
 */
export function showCompanion(form, guide, effective, letter) {
  const { sentBy } = guide.letters[effective.letter];
  const byForm = sentBy === "form";
  document.body.dataset.writes = `${sentBy} ${effective.letter}`;
  for (const companion of parts(form, "[data-companion]")) show(companion, companion.dataset.companion === sentBy);
  for (const edition of parts(form, "[data-edition]")) {
    show(edition, edition.dataset.edition === effective.edition);
    if (!edition.hidden && byForm) showEdition(edition, guide, effective);
  }
  const longest = guide.longest[effective.edition];
  // Characters are counted only where there could be too many.
  const count = byForm && letter.length > longest ? [...letter].length : 0;
  write(
    part(form, "[data-too-long]"),
    count > longest ? fill(guide.words["too-long-for-form"], { count, longest }) : "",
  );
}

/**
 * @param {HTMLElement} edition
 * @param {Guide} guide
 * @param {Answers} effective
 */
function showEdition(edition, guide, effective) {
  const filledIn = new Set();
  for (const item of parts(edition, "[data-form-item]")) {
    const { fill: source } = item.dataset;
    filledIn.add(source);
    if (source && source !== "letter") {
      writeValue(part(item, "[data-item-value]"), itemText(guide, item, effective));
    }
  }
  // What the reader gave and the form has no item for: it is in the text, and she can see that it is.
  const place = part(edition, "[data-in-letter]");
  const labels = guide.fields
    .filter(({ kind, group }) => kind === "line" && group !== "form-only")
    .filter(({ id }) => effective[id] && !filledIn.has(id))
    .map(({ label }) => label);
  show(place, labels.length);
  write(part(place, "[data-in-letter-list]"), labels.join(" / "));
}

/**
 * An address that is too long for its line breaks before its domain rather than within it.
 * @param {HTMLElement} place
 * @param {string} text
 */
function writeValue(place, text) {
  const domain = text.indexOf("@") + 1;
  if (place.textContent === text) return;
  place.replaceChildren(...(domain ? [text.slice(0, domain), element("wbr", {}), text.slice(domain)] : [text]));
}

/**
 * @param {Guide} guide
 * @param {Built} item
 * @param {Answers} effective
 */
export function itemText(guide, item, effective) {
  return answerText(guide, item.dataset.fill, effective, effective["letter-language"]);
}

/**
 * What is chosen from a menu cannot be pasted: the reader ticks it off, and takes the tick back with the same button.
 * @param {HTMLElement} button
 */
export function tick(button) {
  press(button, !isPressed(button));
}

/** @param {HTMLFormElement} form */
export function takeTicksBack(form) {
  for (const button of parts(form, '[data-action="done"]')) press(button, false);
}
