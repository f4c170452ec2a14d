// The letter on the page: paragraphs, the reader's own words and blanks marked, each with its gloss.
// What a paragraph's text is, is what is sent; a blank's name is painted by the style sheet and read out, never copied.

import { element, fieldOf, filled } from "./fields.js";

export function showLetter(sheet, guide, composed, gloss) {
  sheet.classList.toggle("mg-letter--glossed", gloss.shown);
  const rows = composed.paragraphs.map((paragraph, index) => rowOf(sheet, guide, composed, gloss, paragraph, index));
  const changed = rows.length !== sheet.children.length || rows.some((row, index) => row !== sheet.children[index]);
  if (changed) sheet.replaceChildren(...rows);
}

// A row whose text has not changed is kept: less to paint, and a selection in it survives.
function rowOf(sheet, guide, composed, gloss, paragraph, index) {
  const other = gloss.paragraphs[index];
  const key = JSON.stringify([composed.language, gloss.language, gloss.shown, paragraph, other]);
  const known = [...sheet.children].find((row) => row.dataset.paragraph === paragraph.id);
  if (known && keys.get(known) === key) return known;
  const row = element(
    "div",
    { class: "mg-row", "data-paragraph": paragraph.id },
    paragraphElement(guide, paragraph, { "data-letter-paragraph": "", lang: composed.language }),
    paragraphElement(guide, other, {
      "data-gloss": "",
      class: "mg-gloss",
      lang: gloss.language,
      ...(gloss.shown ? {} : { hidden: "" }),
    }),
  );
  keys.set(row, key);
  return row;
}

const keys = new WeakMap();

function paragraphElement(guide, paragraph, attributes) {
  const node = element("p", attributes);
  paragraph.lines.forEach((line, index) => {
    if (index) node.append("\n");
    for (const segment of line) node.append(segment.field ? answerElement(guide, segment) : segment.text);
  });
  return node;
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

