// Handing the letter over: copied, saved, printed, and the items of AWS's form one by one.

import { fill } from "../letters/placeholders.js";
import { say, sayLater } from "./announcer.js";
import { copy, giveText, howToCopy, offerText } from "./clipboard.js";
import { save } from "./download.js";
import { part, show, write } from "./elements.js";
import { itemText } from "./form-companion.js";
import { today } from "./today.js";

/** @import { Built } from "./elements.js" */
/** @import { LetterCheck } from "./letter-check.js" */
/** @import { LetterEditor } from "./letter-editor.js" */

export class Handover {
  /**
   * @param {HTMLFormElement} form
   * @param {Guide} guide
   * @param {LetterEditor} letter
   * @param {LetterCheck} check
   */
  constructor(form, guide, letter, check) {
    this.guide = guide;
    this.letter = letter;
    this.check = check;
    this.box = part(form, "[data-copy-by-hand]");
    this.next = part(form, "[data-next-step]");
    this.button = part(form, '.mg-actions [data-action="copy"]');
    this.offered = "";
    this.said = "";
  }

  get byForm() {
    return this.guide.letters[this.letter.effective.letter].sentBy === "form";
  }

  // What comes next at this moment: nothing before the letter is copied, and no form for a letter that is a reply. And
  // where the letter has changed, whatever has changed it, what was copied is no longer what it says. What she writes
  // into it herself need not be told to her, only that it is not copied.
  follow() {
    const { copied, known, letter } = this;
    const { text } = letter;
    show(this.next, copied && this.byForm);
    if (text === known) return;
    this.unmark();
    if (known && (copied || !letter.editing)) sayLater(this.guide.words[copied ? "not-copied-yet" : "updated"]);
    this.known = text;
  }

  /**
   * From the bar the letter is not in view: what is said of the copy, and what comes next, is brought there.
   * @param {HTMLElement} button
   * @param {boolean} [fromBar]
   */
  copy(button, fromBar = false) {
    /** @type {(HTMLElement & Built) | null} */
    const item = button.closest("[data-form-item]");
    if (item && item.dataset.fill !== "letter") this.copyItem(item, button);
    else if (this.check.passes()) {
      const told = this.guide.words[this.byForm ? "copied-request" : "copied"];
      this.copyText(this.letter.text, told, button, true);
      if (fromBar) placeAround(button).scrollIntoView({ block: "center" });
    }
  }

  /**
   * @param {HTMLElement & Built} item
   * @param {HTMLElement} button
   */
  copyItem(item, button) {
    const { words } = this.guide;
    const label = part(item, ".mg-item-label").textContent.trim();
    const text = itemText(this.guide, item, this.letter.effective);
    if (text) this.copyText(text, fill(words["copied-item"], { label }), button);
    else say(fill(words["item-missing"], { label }));
  }

  /**
   * @param {string} text
   * @param {string} told
   * @param {HTMLElement} button
   * @param {boolean} [isLetter]
   */
  copyText(text, told, button, isLetter) {
    copy(text).then(
      () => {
        if (isLetter) this.copied = true;
        say(told);
        this.mark(button);
      },
      () => {
        const how = howToCopy(this.guide.words);
        this.offered = text;
        offerText(this.box, text, placeAround(button), how);
        say(how);
      },
    );
  }

  /**
   * What was offered to be copied by hand, as text.
   * @param {ClipboardEvent} event
   */
  giveOffered(event) {
    giveText(event, this.box, this.offered);
  }

  download() {
    if (!this.check.passes()) return;
    const { letter } = this.letter.effective;
    save(this.letter.text, fill(this.guide.words["file-name"], { letter, date: today() }));
    say(this.guide.words.saved);
  }

  print() {
    if (this.check.passes()) window.print();
  }

  /**
   * The button that copied says so until something changes.
   * @param {HTMLElement} button
   */
  mark(button) {
    this.unmark();
    this.marked = part(button, "[data-says]");
    this.said = this.marked.textContent;
    write(this.marked, this.guide.words["copied-button"]);
    this.follow();
  }

  // What was copied, or was to be copied by hand, may be another text by now.
  unmark() {
    show(this.box, false);
    if (this.marked) write(this.marked, this.said);
    /** @type {HTMLElement | null} */
    this.marked = null;
  }

  // As if no letter had been shown yet.
  erase() {
    say("");
    this.unmark();
    part(this.box, "[data-text]").textContent = "";
    /** @type {string} */
    this.known = "";
    this.copied = false;
  }
}

/**
 * Where a button stands.
 * @param {HTMLElement} button
 * @returns {HTMLElement}
 */
function placeAround(button) {
  return /** @type {HTMLElement} */ (button.closest(".mg-actions, li"));
}
