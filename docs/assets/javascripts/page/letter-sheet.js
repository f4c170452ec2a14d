// The letter on the page: paragraphs, the reader's own words and blanks marked, each with its gloss.
// It is painted from what is sent and never read back, but for what the reader writes into it herself: a browser may
// translate what a page shows. A blank's name is painted by the style sheet and read out, never copied.

import { fieldOf } from "../letters/fields.js";
import { fill } from "../letters/placeholders.js";
import { element, show } from "./elements.js";

/** @import { AnswerSegment, Composed, Segment } from "../letters/composition.js" */

/**
 * @param {HTMLElement} sheet
 * @param {Guide} guide
 * @param {{language: string, paragraphs: Composed[]}} composed
 * @param {{language: string, paragraphs: Composed[], shown: boolean}} gloss
 */
export function showLetter(sheet, guide, composed, gloss) {
  sheet.classList.toggle("mg-letter--glossed", gloss.shown);
  const shown = /** @type {HTMLElement[]} */ ([...sheet.children]);
  const known = new Map(shown.map((row) => [row.getAttribute("data-paragraph"), row]));
  const rows = composed.paragraphs.map((paragraph, index) =>
    rowOf(known.get(paragraph.id), guide, composed.language, paragraph, gloss, gloss.paragraphs[index]),
  );
  for (const row of known.values()) if (!rows.includes(row)) row.remove();
  rows.forEach((row, index) => {
    const there = sheet.children.item(index);
    if (row !== there) sheet.insertBefore(row, there);
  });
}

/**
 * A row stays as long as its paragraph does, and only what has changed in it is written: less to paint, and a
 * selection in it survives.
 * @param {HTMLElement | undefined} known
 * @param {Guide} guide
 * @param {string} language
 * @param {Composed} paragraph
 * @param {{language: string, shown: boolean}} gloss
 * @param {Composed} translated
 */
function rowOf(known, guide, language, paragraph, gloss, translated) {
  const row =
    known ??
    element(
      "div",
      { class: "mg-row", "data-paragraph": paragraph.id },
      element("p", { "data-letter-paragraph": "", translate: "no", class: "notranslate" }),
      element("p", { "data-gloss": "", class: "mg-gloss" }),
    );
  const [own, other] = /** @type {HTMLElement[]} */ ([...row.children]);
  if (own.lang !== language) own.lang = language;
  const spokenIn = translated.language ?? gloss.language;
  if (other.lang !== spokenIn) other.lang = spokenIn;
  show(other, gloss.shown);
  writePieces(guide, own, piecesOf(paragraph));
  writePieces(guide, other, piecesOf(translated));
  return row;
}

/**
 * @param {Composed} paragraph
 * @returns {Segment[]}
 */
function piecesOf(paragraph) {
  return paragraph.lines.flatMap((line, index) => (index ? [{ text: "\n" }, ...line] : line));
}

/** @type {WeakMap<HTMLElement, Segment[]>} */
const written = new WeakMap();

/**
 * @param {Guide} guide
 * @param {HTMLElement} place
 * @param {Segment[]} pieces
 */
function writePieces(guide, place, pieces) {
  const before = written.get(place) ?? [];
  written.set(place, pieces);
  /**
   * @param {Segment} piece
   * @param {number} index
   */
  const alike = ({ field, text }, index) => field === before[index].field && !text === !before[index].text;
  /** @type {typeof alike} */
  const equal = ({ text }, index) => text === before[index].text;
  const stays = before.length === pieces.length && pieces.every(alike);
  // What has not changed is looked at in the frame: at a key that would take a fifth of all that follows from it.
  if (stays && pieces.every(equal)) return;
  if (!stays || !isAsWritten(place, before)) writeAnew(guide, place, pieces);
  else {
    pieces.forEach((piece, index) => {
      const node = place.childNodes[index];
      // The node is kept: replacing it would make the browser restyle everything around it.
      if (!equal(piece, index)) (node.firstChild ?? node).textContent = piece.text;
    });
  }
}

/**
 * @param {Guide} guide
 * @param {HTMLElement} place
 * @param {Segment[]} pieces
 */
function writeAnew(guide, place, pieces) {
  place.replaceChildren(...pieces.map((piece) => (piece.field ? answerElement(guide, piece) : piece.text)));
}

/**
 * What something else has made of the sheet, a translation of the page for one, gives way to what was written there.
 * @param {HTMLElement} sheet
 * @param {Guide} guide
 */
export function putSheetRight(sheet, guide) {
  for (const place of sheet.querySelectorAll("p")) {
    const pieces = written.get(place);
    if (pieces && !isAsWritten(place, pieces)) writeAnew(guide, place, pieces);
  }
}

/**
 * @param {HTMLElement} place
 * @param {Segment[]} pieces
 */
function isAsWritten(place, pieces) {
  return place.childNodes.length === pieces.length && place.textContent === pieces.map(({ text }) => text).join("");
}

/**
 * @param {Guide} guide
 * @param {AnswerSegment} segment
 */
function answerElement(guide, segment) {
  const { label } = /** @type {Field} */ (fieldOf(guide, segment.field));
  const role = /^(source|destination)-/.exec(segment.field)?.[1];
  /** @type {Record<string, string>} */
  const marks = role ? { "data-role": role } : {};
  if (segment.text) return element("span", { class: "mg-own notranslate", translate: "no", ...marks }, segment.text);
  const name = fill(guide.words.blank, { label });
  // The blank is named to the reader, not to the letter's recipient: in her language, whatever the letter's is.
  return element("span", {
    class: "mg-blank",
    role: "img",
    lang: guide.reader,
    "aria-label": name,
    "data-label": label,
    "data-asks": segment.field,
    ...marks,
  });
}

/**
 * Editing by hand happens in the paragraphs themselves, so that what is shown stays what is sent.
 * @param {HTMLElement} sheet
 */
export function editSheet(sheet) {
  for (const paragraph of sheetParagraphs(sheet)) {
    if (!paragraph.isContentEditable) paragraph.setAttribute("contenteditable", "plaintext-only");
  }
}

/**
 * @param {HTMLElement} sheet
 * @returns {HTMLElement[]}
 */
export function sheetParagraphs(sheet) {
  return Array.from(sheet.querySelectorAll("[data-letter-paragraph]"));
}

/** @param {HTMLElement} paragraph */
export function paragraphId(paragraph) {
  return /** @type {HTMLElement | null} */ (paragraph.closest("[data-paragraph]"))?.dataset.paragraph;
}

/**
 * What the reader has written. Some engines break a line by an element.
 * @param {HTMLElement} paragraph
 */
export function writtenText(paragraph) {
  if (!paragraph.querySelector("br")) return paragraph.textContent;
  const copied = /** @type {HTMLElement} */ (paragraph.cloneNode(true));
  for (const line of copied.querySelectorAll("br")) line.replaceWith("\n");
  return copied.textContent;
}

/**
 * What something else made of a paragraph, a translation of the page for one, gives way to its text; returns whether
 * there was any such thing.
 * @param {HTMLElement} paragraph
 * @param {string} text
 */
export function restoreText(paragraph, text) {
  if (writtenText(paragraph) === text) return false;
  written.delete(paragraph);
  paragraph.textContent = text;
  return true;
}
