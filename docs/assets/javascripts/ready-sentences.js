// The copy buttons beside ready sentences. Without this script there is no button: the sentences can still be selected.

import { copy } from "./page/clipboard.js";
import { part, parts, show, write } from "./page/elements.js";

for (const list of parts(document, ".mg-statements")) {
  for (const row of parts(list, "li")) {
    const button = part(row, "button");
    show(button, true);
    button.addEventListener("click", () => copySentence(list, row));
  }
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} row
 */
function copySentence(list, row) {
  const sentence = part(row, "[data-sentence]");
  copy((sentence.textContent ?? "").trim()).then(
    () => tell(list, row, list.dataset.copied ?? ""),
    () => {
      // Where copying is refused, the sentence is at least selected for the reader's own keys.
      getSelection()?.selectAllChildren(sentence);
      tell(list, row, list.dataset.notCopied ?? "");
    },
  );
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} row
 * @param {string} words
 */
function tell(list, row, words) {
  for (const each of parts(list, "li")) {
    write(part(each, "[data-says]"), each === row ? words : (list.dataset.copy ?? ""));
  }
  write(part(list, "[data-statement-status]"), words);
}
