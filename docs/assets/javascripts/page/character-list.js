// What an English letter holds that is not ASCII, as a list with buttons: each character by name; text that a person has
// to write anew once for each answer, as it begins.

import { anewIn, characterName, drawn, keyOf } from "../letters/characters.js";
import { fill } from "../letters/placeholders.js";
import { smallButton } from "./buttons.js";
import { aboutToMove, element, part, show, write } from "./elements.js";

/** @import { Finding } from "../letters/characters.js" */

/**
 * The first choice is what is proposed.
 * @typedef {{text: string, press: () => void}} Choice
 * @typedef {{hint: string, choices: Choice[]}} Proposal
 */

/**
 * Only a list that changes is made anew: the reader may be on her way to one of its buttons.
 * @param {HTMLElement} place
 * @param {Guide} guide
 * @param {Finding[]} findings
 * @param {(id: string) => string} labelOf
 * @param {(finding: Finding) => Proposal} propose
 */
export function showCharacters(place, guide, findings, labelOf, propose) {
  const list = part(place, "[data-character-list]");
  const all = part(place, '[data-action="mend-all"]');
  const proposals = findings.map(propose);
  const key = findings.map((finding, index) => keyOfRow(finding, proposals[index])).join();
  show(place, findings.length);
  if (list.dataset.key === key) return;
  list.dataset.key = key;
  aboutToMove();
  const count = findings.filter(({ ascii }) => ascii !== null).length;
  show(all, count > 1);
  write(all, fill(guide.words["characters-mend-all"], { count }));
  const rows = findings.map((finding, index) =>
    row(whatIsFound(guide, finding, labelOf(finding.field)), finding, proposals[index]),
  );
  list.replaceChildren(...rows);
}

/**
 * @param {Finding} finding
 * @param {Proposal} proposal
 */
function keyOfRow({ field, graphemes, excerpt }, { choices }) {
  return [...graphemes.map((unit) => keyOf(field, unit)), excerpt, ...choices.map(({ text }) => text)].join();
}

/**
 * @param {string} said
 * @param {Finding} finding
 * @param {Proposal} proposal
 */
function row(said, { ascii, excerpt }, { hint, choices }) {
  const made = element("li", {}, element("span", {}, said));
  if (ascii === null) made.append(element("p", { class: "mg-excerpt notranslate", translate: "no" }, excerpt));
  if (hint) made.append(element("p", { class: "mg-hint" }, hint));
  for (const { text, press } of choices) made.append(" ", smallButton(text, press));
  return made;
}

/**
 * @param {Guide} guide
 * @param {Finding} finding
 * @param {string} label
 */
function whatIsFound(guide, finding, label) {
  const { words, warnings } = guide;
  const { ascii, graphemes, language } = finding;
  if (language && ascii === null) return fill(words.text, { label, language: warnings.languages[language] });
  if (ascii === null) {
    const kinds = new Set(anewIn(guide, finding).map(({ character }) => characterName(guide, character)));
    return fill(words["text-of-kinds"], { label, kinds: [...kinds].join(" / ") });
  }
  const [{ character }] = graphemes;
  const number = [...character].map(numberOf).join(" ");
  return fill(words.character, {
    character: drawn(guide, character),
    name: characterName(guide, character),
    number,
    label,
  });
}

/** @param {string} character */
function numberOf(character) {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
