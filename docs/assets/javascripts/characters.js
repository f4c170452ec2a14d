// The last check of an English letter: every character that is not ASCII, by name, with what can stand for it.
// What can stand for it is found as in hooks/mergeguide/letters/transliteration.py; a test holds the two together.

import { element, filled, show } from "./fields.js";

// The reader's own answers that hold such characters; the letter's wording holds none.
export function strangeCharacters(guide, paragraphs) {
  const segments = paragraphs.flatMap(({ lines }) => lines.flat()).filter(({ field }) => field);
  return once(segments.flatMap(({ field, text }) => strangeOnes(guide, text, field)));
}

// In a letter edited by hand nobody knows which answer a character came from: its field is the letter itself.
export function strangeIn(guide, text) {
  return once(strangeOnes(guide, text, ""));
}

function strangeOnes(guide, text, field) {
  return unitsOf(guide, text)
    .filter(({ character }) => !isAscii(character))
    .map((unit) => ({ ...unit, field }));
}

function once(entries) {
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()];
}

export function keyOf({ field, character, literal }) {
  return [field, character, literal].join(" ");
}

// A text in the characters that a reader sees: with the marks that stand on them, and literal where a character is
// what it looks like, as the long-vowel mark after kana.
export function unitsOf(guide, text) {
  const units = [];
  const { notAfter } = guide.warnings;
  for (const character of text) {
    const before = units.at(-1);
    const kind = kindOf(guide, character);
    if (kind?.joins && before && carries(guide, before.character)) {
      before.character += character;
      continue;
    }
    const kinds = notAfter[character];
    const literal =
      kinds !== undefined &&
      before !== undefined &&
      (before.character in notAfter ? before.literal : kinds.includes(kindOf(guide, before.character)?.id));
    units.push({ character, literal });
  }
  return units;
}

// A mark after a blank, after nothing that is seen, or after a mark that stands alone, stands alone.
function carries(guide, character) {
  const kind = kindOf(guide, character);
  return character.trim() !== "" && !kind?.joins && kind?.becomes !== "nothing";
}

// The text with another in each place of one character; the same one with a mark on it is another character.
export function mended(guide, text, { character, literal }, replacement) {
  return unitsOf(guide, text)
    .map((unit) => (unit.character === character && unit.literal === literal ? replacement : unit.character))
    .join("");
}

// Where a character stands first, in the units that controls and ranges count in; undefined where it does not.
export function placeOf(guide, text, { character, literal }) {
  let start = 0;
  for (const unit of unitsOf(guide, text)) {
    if (unit.character === character && unit.literal === literal) return [start, start + character.length];
    start += unit.character.length;
  }
  return undefined;
}

// null where a person has to write something else; an empty text where it cannot be seen and is taken out.
export function replacementFor(guide, text) {
  const known = [...text].length === 1 ? knownFor(guide, text) : null;
  return known ?? replacementByParts(guide, text);
}

function replacementByParts(guide, text) {
  const first = kindOf(guide, text);
  if (first && !["transliteration", "parts"].includes(first.becomes)) return null;
  const joins = (character) => kindOf(guide, character)?.joins;
  for (const form of guide.warnings.forms) {
    const parts = [...text.normalize(form)];
    // A spacing accent is no blank.
    if (parts.some((part, index) => part === " " && index + 1 < parts.length && joins(parts[index + 1]))) continue;
    const plain = parts.filter((part) => !joins(part));
    const found = plain.map((part) => knownFor(guide, part));
    if (plain.length && plain.join("") !== text && !found.includes(null)) return found.join("");
  }
  return null;
}

function knownFor(guide, character) {
  if (isAscii(character)) return character;
  const own = guide.warnings.own[character];
  if (own !== undefined) return own;
  if (kindOf(guide, character)?.becomes === "nothing") return "";
  return tableOf(guide).get(character) ?? null;
}

const tables = new WeakMap();

function tableOf(guide) {
  if (!tables.has(guide)) {
    const entries = guide.warnings.table.flatMap(([first, texts]) =>
      texts.split(" ").map((text, index) => [String.fromCodePoint(first + index), text]),
    );
    tables.set(guide, new Map(entries.filter(([, text]) => text)));
  }
  return tables.get(guide);
}

function isAscii(text) {
  return [...text].every((character) => character <= "\u007f");
}

// Of more than one character the first counts; ASCII is of no kind.
function kindOf(guide, text) {
  const number = text.codePointAt(0);
  if (number <= 0x7f) return undefined;
  return guide.warnings.kinds.find(({ ranges }) => ranges.some(([first, last]) => number >= first && number <= last));
}

export function nameOf(guide, text) {
  const whole = text.normalize("NFC");
  const named = isAscii(whole[0]) ? [...whole].find((character) => !isAscii(character)) : whole;
  return guide.warnings.names[whole] ?? kindOf(guide, named).name;
}

// decide(entry, replacement): null leaves the character, a text takes its place. go(entry) leads to where it stands.
// Only a list that changes is made anew: the reader may be on her way to one of its buttons.
export function showCharacters(place, guide, entries, labelOf, decide, go) {
  const { words } = guide;
  const list = place.querySelector("[data-character-list]");
  const key = entries.map(keyOf).join();
  show(place, entries.length > 0);
  if (list.dataset.key === key) return;
  list.dataset.key = key;
  const button = (text, press) => {
    const made = element("button", { class: "mg-button mg-button--small", type: "button" }, text);
    made.addEventListener("click", press);
    return made;
  };
  const proposal = (entry) => {
    const ascii = entry.literal ? null : replacementFor(guide, entry.character);
    if (ascii === null) return button(words[entry.field ? "character-go" : "character-go-letter"], () => go(entry));
    const text = ascii ? filled(words["character-replace"], { ascii }) : words["character-drop"];
    return button(text, () => decide(entry, ascii));
  };
  const rows = entries.map((entry) => {
    const { character } = entry;
    const number = [...character].map(numberOf).join(" ");
    // A mark that stands alone would be drawn on the bracket before it.
    const shown = { character: kindOf(guide, character)?.joins ? `\u25cc${character}` : character, number };
    const said = filled(words.character, { ...shown, name: nameOf(guide, character), label: labelOf(entry.field) });
    return element(
      "li",
      {},
      element("span", {}, said),
      " ",
      proposal(entry),
      " ",
      button(words["character-accept"], () => decide(entry, null)),
    );
  });
  list.replaceChildren(...rows);
}

function numberOf(character) {
  return `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
