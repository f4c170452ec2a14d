// What Japanese input methods do to addresses and IDs, and what comes with pasting, undone; the same operations as
// hooks/mergeguide/letters/normalization.py.

import { pattern } from "./patterns.js";

/** @type {Record<Repair, (text: string, characters: CharacterClasses, format: Format) => string>} */
const OPERATIONS = {
  width: (text, { wide, kana, voicing, composed }) =>
    text
      .replace(every(`[${wide}]|${kana}`), (match) => match.normalize("NFKC"))
      .replace(oneOf(Object.keys(voicing).join("")), (mark) => voicing[mark])
      .replace(every(`[${composed}]+`), (match) => match.normalize("NFC")),
  invisible: (text, characters) => text.replace(oneOf(characters.invisible), ""),
  hyphens: (text, characters) => text.replace(oneOf(characters.hyphens), "-"),
  dots: (text, characters) => text.replace(oneOf(characters.dots), "."),
  apostrophes: (text, characters) => text.replace(oneOf(characters.apostrophes), "'"),
  spaces: (text, characters) => text.replace(oneOf(characters.whiteSpace), ""),
  "single-spaces": (text, characters) => text.replace(every(`[${characters.whiteSpace}]+`), " "),
  edges: (text, characters) => text.replace(every(`^[${characters.whiteSpace}]+|[${characters.whiteSpace}]+$`), ""),
  lines: (text) =>
    text
      .replace(/\r\n?/g, "\n")
      .replace(/[ \t\u3000]+(?=\n|$)/g, "")
      .replace(/\n{3,}/g, "\n\n"),
  upper: (text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
  digits: (text) => text.replace(/[^0-9]/g, ""),
  escapes: withoutEscapes,
  pasted: withoutPasted,
};

/**
 * @param {string} answer
 * @param {Format} format
 * @param {CharacterClasses} characters
 */
export function repaired(answer, format, characters) {
  return format.repairs.reduce((text, repair) => OPERATIONS[repair](text, characters, format), answer);
}

/**
 * Until there are none: an address that was escaped twice must not change again when it is repaired again.
 * @param {string} text
 * @returns {string}
 */
function withoutEscapes(text) {
  if (!/mailto:/i.test(text)) return text;
  const after = text.replace(/%([2-6][0-9A-F]|7[0-9A-E])/gi, (escaped) =>
    String.fromCharCode(parseInt(escaped.slice(1), 16)),
  );
  return after === text ? text : withoutEscapes(after);
}

/**
 * Layer by layer, since a link can stand in brackets and those in quotation marks.
 * @param {string} text
 * @param {CharacterClasses} characters
 * @param {Format} format
 * @returns {string}
 */
function withoutPasted(text, characters, format) {
  for (const source of format.pasted) {
    const kept = pattern(source).exec(text)?.slice(1).join("") ?? text;
    if (kept.length < text.length) return withoutPasted(kept, characters, format);
  }
  return text;
}

/** @param {string} characters */
function oneOf(characters) {
  return every(`[${characters}]`);
}

/** @param {string} source */
function every(source) {
  return pattern(source, "gu");
}
