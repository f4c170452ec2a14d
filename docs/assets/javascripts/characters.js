// The last check of an English letter: every character that is not ASCII, by name, with what can stand for it.

import { element, filled, show } from "./fields.js";

// The reader's own answers that hold such characters; the letter's wording holds none.
export function strangeCharacters(guide, paragraphs) {
  const found = new Map();
  for (const { lines } of paragraphs) {
    for (const segment of lines.flat()) {
      if (!segment.field) continue;
      for (const character of segment.text) {
        if (character > "\u007e" && !found.has(`${segment.field} ${character}`)) {
          found.set(`${segment.field} ${character}`, { field: segment.field, character });
        }
      }
    }
  }
  return [...found.values()];
}

// In a letter edited by hand nobody knows which answer a character came from: its field is the letter itself.
export function strangeIn(text) {
  return [...new Set(text)].filter((character) => character > "\u007e").map((character) => ({ field: "", character }));
}

export function replacementFor(guide, character) {
  const known = guide.warnings.ascii[character];
  if (known !== undefined) return known;
  for (const form of ["NFKC", "NFKD"]) {
    const plain = character.normalize(form).replace(/[\u0300-\u036f]/g, "");
    if (plain !== character && /^[ -~]+$/.test(plain)) return plain;
  }
  return null;
}

export function nameOf(guide, character) {
  const known = guide.warnings.names[character];
  if (known) return known;
  const fits = ({ ranges }) => ranges.some((range) => character >= range[0] && character <= range[2]);
  return (guide.warnings.kinds.find(fits) ?? guide.warnings.kinds.at(-1)).name;
}

// decide(entry, replacement): null leaves the character, a text takes its place.
export function showCharacters(place, guide, entries, labelOf, decide) {
  const { words } = guide;
  const rows = entries.map((entry) => {
    const { character } = entry;
    const number = `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    const shown = { character, name: nameOf(guide, character), number, label: labelOf(entry.field) };
    const ascii = replacementFor(guide, character);
    const choice = (text, replacement) => {
      const button = element("button", { class: "mg-button mg-button--small", type: "button" }, text);
      button.addEventListener("click", () => decide(entry, replacement));
      return button;
    };
    return element(
      "li",
      {},
      element("span", {}, filled(words.character, shown)),
      " ",
      ascii === null ? choice(words["character-drop"], "") : choice(filled(words["character-replace"], { ascii }), ascii),
      " ",
      choice(words["character-accept"], null),
    );
  });
  place.querySelector("[data-character-list]").replaceChildren(...rows);
  show(place, rows.length > 0);
}
