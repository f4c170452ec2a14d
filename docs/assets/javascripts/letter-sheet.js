// The letter on the page: paragraphs, the reader's own words and blanks marked, each with its gloss.
// What a paragraph's text is, is what is sent; a blank's name is painted by the style sheet and read out, never copied.

import { element, fieldOf, filled, show } from "./fields.js";

export function showLetter(sheet, guide, composed, gloss) {
  sheet.classList.toggle("mg-letter--glossed", gloss.shown);
  const known = new Map([...sheet.children].map((row) => [row.dataset.paragraph, row]));
  const rows = composed.paragraphs.map((paragraph, index) =>
    rowOf(known.get(paragraph.id), guide, composed.language, paragraph, gloss, gloss.paragraphs[index]),
  );
  for (const row of known.values()) if (!rows.includes(row)) row.remove();
  rows.forEach((row, index) => {
    if (row !== sheet.children[index]) sheet.insertBefore(row, sheet.children[index] ?? null);
  });
}

// A row stays as long as its paragraph does, and only what has changed in it is written: less to paint, and a
// selection in it survives.
function rowOf(known, guide, language, paragraph, gloss, translated) {
  const row =
    known ??
    element(
      "div",
      { class: "mg-row", "data-paragraph": paragraph.id },
      element("p", { "data-letter-paragraph": "" }),
      element("p", { "data-gloss": "", class: "mg-gloss" }),
    );
  const [own, other] = row.children;
  if (own.lang !== language) own.lang = language;
  if (other.lang !== gloss.language) other.lang = gloss.language;
  show(other, gloss.shown);
  writePieces(guide, own, piecesOf(paragraph));
  writePieces(guide, other, piecesOf(translated));
  return row;
}

function piecesOf(paragraph) {
  return paragraph.lines.flatMap((line, index) => (index ? [{ text: "\n" }, ...line] : line));
}

const written = new WeakMap();

function writePieces(guide, place, pieces) {
  const before = written.get(place);
  written.set(place, pieces);
  const alike = ({ field, text }, index) => field === before[index].field && !text === !before[index].text;
  if (before?.length !== pieces.length || !pieces.every(alike)) {
    place.replaceChildren(...pieces.map((piece) => (piece.field ? answerElement(guide, piece) : piece.text)));
    return;
  }
  pieces.forEach(({ text }, index) => {
    if (text !== before[index].text) place.childNodes[index].textContent = text;
  });
}

function answerElement(guide, segment) {
  const { label } = fieldOf(guide, segment.field);
  const role = /^(source|destination)-/.exec(segment.field)?.[1];
  const marks = role ? { "data-role": role } : {};
  if (segment.text) return element("span", { class: "mg-own", ...marks }, segment.text);
  const name = filled(guide.words.blank, { label });
  // The blank is named to the reader, not to the letter's recipient: in her language, whatever the letter's is.
  return element("span", {
    class: "mg-blank",
    role: "img",
    lang: guide.reader,
    "aria-label": name,
    "data-label": label,
    ...marks,
  });
}

// Editing by hand happens in the paragraphs themselves, so that what is shown stays what is sent.
export function editSheet(sheet, editing) {
  for (const paragraph of sheet.querySelectorAll("[data-letter-paragraph]")) {
    if (editing) paragraph.setAttribute("contenteditable", "plaintext-only");
    else paragraph.removeAttribute("contenteditable");
  }
}

export function replaceInSheet(sheet, character, replacement) {
  for (const paragraph of sheet.querySelectorAll("[data-letter-paragraph]")) {
    if (paragraph.textContent.includes(character)) {
      paragraph.textContent = paragraph.textContent.replaceAll(character, () => replacement);
    }
  }
}

export function sheetText(sheet) {
  return [...sheet.querySelectorAll("[data-letter-paragraph]")]
    .map((paragraph) => paragraph.textContent.trim())
    .filter(Boolean)
    .join("\n\n");
}

