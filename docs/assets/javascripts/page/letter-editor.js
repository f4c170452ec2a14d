// The letter as it is now: composed from the answers, or in the reader's own words where she edited it.
// What is sent, copied or printed comes from here, never from what the page shows.

import { compose, letterText, paragraphText } from "../letters/composition.js";
import { isBehind, ownRows, ownText, ownWords } from "../letters/own-wording.js";
import { part, show } from "./elements.js";
import { editSheet, paragraphId, restoreText, sheetParagraphs, showLetter, writtenText } from "./letter-sheet.js";
import { press } from "./pressed.js";

/** @import { Answers } from "../letters/answers.js" */
/** @import { Composed } from "../letters/composition.js" */
/** @import { OwnParagraph } from "../letters/own-wording.js" */

export class LetterEditor {
  /**
   * refresh(): shows anew all that follows from the letter.
   * @param {HTMLFormElement} form
   * @param {Guide} guide
   * @param {() => void} refresh
   */
  constructor(form, guide, refresh) {
    this.form = form;
    this.guide = guide;
    this.refresh = refresh;
    this.sheet = part(form, "[data-letter]");
    /** @type {HTMLInputElement} */
    this.gloss = part(form, '[data-toggle="gloss"]');
    this.button = part(form, '[data-action="edit"]');
    /** @type {Record<string, OwnParagraph[]>} */
    this.byHand = {};
    // The key of the letter that is edited, if any.
    this.editing = "";
    /** @type {Answers} */
    this.effective = {};
    /** @type {Composed[]} */
    this.paragraphs = [];
    this.text = "";
  }

  // Which letter the reader's own words belong to: each one has its own, in each language.
  get key() {
    return `${this.effective.letter} ${this.effective["letter-language"]}`;
  }

  get own() {
    return this.byHand[this.key];
  }

  /** @param {Answers} effective */
  show(effective) {
    this.effective = effective;
    const language = effective["letter-language"];
    const { reader, letterLanguages, words } = this.guide;
    const glossLanguage = [reader, ...letterLanguages].find((other) => other !== language) ?? reader;
    if (this.editing && this.editing !== this.key) this.stop();
    this.paragraphs = compose(this.guide, effective, language);
    const { own } = this;
    this.text = own ? ownText(own) : letterText(this.paragraphs);
    show(part(this.form, "[data-edited]"), own);
    show(part(this.form, "[data-behind]"), own && isBehind(own, this.paragraphs));
    if (own && this.editing) {
      // Its paragraphs stay, with the caret in one of them; only what she has not written is put right.
      for (const paragraph of sheetParagraphs(this.sheet)) this.putRight(paragraph);
      editSheet(this.sheet);
      return;
    }
    /** @type {{paragraphs: Composed[], translated: Composed[]}} */
    let shown = { paragraphs: this.paragraphs, translated: compose(this.guide, effective, glossLanguage) };
    if (own) {
      const note = { text: words["own-wording"], language: reader };
      shown = ownRows(own, shown.paragraphs, shown.translated, note);
    }
    showLetter(
      this.sheet,
      this.guide,
      { language, paragraphs: shown.paragraphs },
      { language: glossLanguage, paragraphs: shown.translated, shown: this.gloss.checked },
    );
    if (this.editing) editSheet(this.sheet);
  }

  // For paper: whatever has changed the page meanwhile.
  showAnew() {
    if (!this.editing) this.sheet.replaceChildren();
    this.show(this.effective);
  }

  /**
   * A reader of the letter's own language needs no translation, but can ask for one.
   * @param {string} language
   */
  glossUnlessIn(language) {
    this.gloss.checked = language !== this.guide.reader;
  }

  /** @param {HTMLElement} paragraph */
  write(paragraph) {
    const own = this.own ?? ownWords(this.paragraphs);
    this.byHand[this.key] = own;
    for (const known of own) if (known.id === paragraphId(paragraph)) known.text = writtenText(paragraph);
  }

  /**
   * change(text): the text that takes a paragraph's place.
   * @param {(text: string) => string} change
   */
  rewrite(change) {
    for (const known of this.own ?? []) known.text = change(known.text);
  }

  /**
   * Only what the reader writes herself is taken from the page. A paragraph that reads otherwise before she writes was
   * changed by something else, a translation of the page for one: its text is put back.
   * @param {Element} target what is written into
   */
  restore(target) {
    /** @type {HTMLElement | null} */
    const paragraph = target.closest("[data-letter-paragraph]");
    return this.editing && paragraph && this.putRight(paragraph);
  }

  /** @param {HTMLElement} paragraph */
  putRight(paragraph) {
    const id = paragraphId(paragraph);
    const own = this.own?.find((known) => known.id === id)?.text;
    const composed = this.paragraphs.find((known) => known.id === id);
    return restoreText(paragraph, own ?? (composed ? paragraphText(composed) : ""));
  }

  begin() {
    this.edit(this.key);
    this.refresh();
    sheetParagraphs(this.sheet)[0].focus();
  }

  stop() {
    // Whatever was written into the paragraphs goes from them; the letter is shown anew from what is known of it.
    this.sheet.replaceChildren();
    this.edit("");
  }

  /** @param {string} key of the letter that is edited from now on, if any */
  edit(key) {
    this.editing = key;
    press(this.button, key !== "");
    this.button.textContent = this.guide.words[key ? "edit-done" : "edit"];
  }

  regenerate() {
    delete this.byHand[this.key];
    this.stop();
    this.refresh();
  }

  forget() {
    this.byHand = {};
    this.stop();
  }
}
