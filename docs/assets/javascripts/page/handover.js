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
    this.copied = false;
    /** @type {HTMLElement | null} */
    this.marked = null;
  }

  get byForm() {
    return this.guide.letters[this.letter.effective.letter].sentBy === "form";
  }

  // What comes next at this moment: nothing before the letter is copied, and no form for a letter that is a reply.
  showNext() {
    show(this.next, this.copied && this.byForm);
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
        this.box.hidden = true;
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
    this.marked = button;
    write(part(button, "[data-says]"), this.guide.words["copied-button"]);
    this.showNext();
  }

  unmark() {
    const { marked } = this;
    const words = marked?.closest("[data-form-item]") ? "copy-item" : "copy";
    if (marked) write(part(marked, "[data-says]"), this.guide.words[words]);
    /** @type {HTMLElement | null} */
    this.marked = null;
  }

  // What was copied before is no longer what the letter says.
  changed() {
    this.unmark();
    sayLater(this.guide.words[this.copied ? "not-copied-yet" : "updated"]);
  }

  erase() {
    this.box.hidden = true;
    part(this.box, "[data-text]").textContent = "";
    this.offered = "";
    this.unmark();
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
