// The letter on the page: paragraphs, the reader's own words and blanks marked, each with its gloss.
// What a paragraph shows is what is sent; a blank's label is a visual aid in a data attribute and hidden text.

import { filled } from "./judging.js";

export function showLetter(sheet, guide, composed, gloss) {
  const rows = composed.paragraphs.map((paragraph, index) => {
    const row = element("div", { class: "mg-row" });
    row.append(
      paragraphElement(guide, paragraph, { "data-letter-paragraph": "", lang: composed.language }),
      paragraphElement(guide, gloss.paragraphs[index], {
        "data-gloss": "",
        class: "mg-gloss",
        lang: gloss.language,
        ...(gloss.shown ? {} : { hidden: "" }),
      }),
    );
    return row;
  });
  sheet.classList.toggle("mg-letter--glossed", gloss.shown);
  sheet.replaceChildren(...rows);
}

function paragraphElement(guide, paragraph, attributes) {
  const node = element("p", attributes);
  paragraph.lines.forEach((line, index) => {
    if (index) node.append("\n");
    for (const segment of line) node.append(segment.field ? answerElement(guide, segment) : segment.text);
  });
  return node;
}

function answerElement(guide, segment) {
  const field = guide.fields.find((known) => known.id === segment.field);
  const role = /^(source|destination)-/.exec(field.id)?.[1];
  if (segment.text) {
    return element("span", { class: "mg-own", ...(role ? { "data-role": role } : {}) }, segment.text);
  }
  return element("span", {
    class: "mg-blank",
    role: "img",
    "aria-label": filled(guide.words.blank, { label: field.label }),
    "data-label": field.label,
    ...(role ? { "data-role": role } : {}),
  });
}

export function element(name, attributes, text) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}
