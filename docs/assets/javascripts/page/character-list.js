// The characters of an English letter that are not ASCII: each by name, with what can stand for it.

import { characterName, keyOf } from "../letters/characters.js";
import { fill } from "../letters/placeholders.js";
import { kind, replacement } from "../letters/transliteration.js";
import { element, part, show } from "./elements.js";

/** @import { Entry } from "../letters/characters.js" */

/**
 * decide(entry, replacement): null leaves the character, a text takes its place. go(entry) leads to where it stands.
 * Only a list that changes is made anew: the reader may be on her way to one of its buttons.
 * @param {HTMLElement} place
 * @param {Guide} guide
 * @param {Entry[]} entries
 * @param {(id: string) => string} labelOf
 * @param {(entry: Entry, replacement: string | null) => void} decide
 * @param {(entry: Entry) => void} go
 */
export function showCharacters(place, guide, entries, labelOf, decide, go) {
  const { words } = guide;
  const list = part(place, "[data-character-list]");
  const key = entries.map(keyOf).join();
  show(place, entries.length > 0);
  if (list.dataset.key === key) return;
  list.dataset.key = key;
  /**
   * @param {string} text
   * @param {() => void} press
   */
  const button = (text, press) => {
    const made = element("button", { class: "mg-button mg-button--small", type: "button" }, text);
    made.addEventListener("click", press);
    return made;
  };
  /** @param {Entry} entry */
  const proposal = (entry) => {
    const ascii = entry.literal ? null : replacement(guide, entry.character);
    if (ascii === null) return button(words[entry.field ? "character-go" : "character-go-letter"], () => go(entry));
    const text = ascii ? fill(words["character-replace"], { ascii }) : words["character-drop"];
    return button(text, () => decide(entry, ascii));
  };
  const rows = entries.map((entry) => {
    const { character } = entry;
    const number = [...character].map(numberOf).join(" ");
    // A mark that stands alone would be drawn on the bracket before it.
    const shown = { character: kind(guide, character)?.joins ? `\u25cc${character}` : character, number };
    const said = fill(words.character, {
      ...shown,
      name: characterName(guide, character),
      label: labelOf(entry.field),
    });
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

/** @param {string} character */
function numberOf(character) {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
