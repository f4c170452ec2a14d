// The paragraph that the question at hand feeds: marked, and in view where the letter has its own scrolling.

import { part } from "./elements.js";

/** @import { Built } from "./elements.js" */

export class FedParagraph {
  /**
   * @param {HTMLFormElement} form
   * @param {Guide} guide
   */
  constructor(form, guide) {
    this.guide = guide;
    this.sheet = part(form, "[data-letter]");
    this.panel = part(form, "[data-letter-panel]");
    this.field = "";
    /** @type {HTMLElement | undefined} */
    this.fed = undefined;
  }

  /**
   * The question that the reader is at, or was at last.
   * @param {HTMLElement} target
   */
  follow(target) {
    /** @type {(HTMLElement & Built) | null} */
    const question = target.closest("[data-field]");
    if (!question || question.dataset.field === this.field) return;
    this.field = question.dataset.field;
    this.show();
  }

  show() {
    const rows = /** @type {HTMLElement[]} */ ([...this.sheet.children]);
    const fed = this.field ? fedRow(this.guide, rows, this.field) : undefined;
    for (const row of rows) row.toggleAttribute("data-fed", row === fed);
    const another = fed !== this.fed;
    this.fed = fed;
    if (another) this.bringIntoView();
  }

  // The window stays where the question is: only the letter scrolls, and what is around it.
  bringIntoView() {
    if (!this.fed) return;
    const { top, bottom } = this.fed.getBoundingClientRect();
    const sheet = this.sheet.getBoundingClientRect();
    const end = Math.min(sheet.bottom, innerHeight);
    if (top >= sheet.top && bottom <= end) return;
    this.panel.scrollTop = 0;
    this.sheet.scrollTop += top - sheet.top - Math.max(0, end - sheet.top - (bottom - top)) / 2;
  }
}

/**
 * The first that prints the answer, else the first that depends on it.
 * @param {Guide} guide
 * @param {HTMLElement[]} rows
 * @param {string} field
 */
function fedRow(guide, rows, field) {
  const names = [
    field,
    `${field}-is`,
    ...guide.fields.filter((each) => each.defaultFrom === field).map(({ id }) => id),
  ];
  /** @param {HTMLElement} row */
  const paragraph = ({ dataset }) => guide.paragraphs[/** @type {string} */ (dataset.paragraph)];
  return (
    rows.find((row) => paragraph(row).lines.some(({ text }) => prints(text[guide.reader], names))) ??
    rows.find((row) => [paragraph(row), ...paragraph(row).lines].some(({ when }) => dependsOn(when, names)))
  );
}

/**
 * @param {string[]} segments
 * @param {string[]} names
 */
function prints(segments, names) {
  return segments.some((segment, index) => index % 2 === 1 && names.includes(segment));
}

/**
 * @param {When} when
 * @param {string[]} names
 */
function dependsOn(when, names) {
  return when.some((condition) => names.some((name) => name in condition));
}
