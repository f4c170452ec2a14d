// What is looked at before a letter is handed over: nothing may be missing, and every character of an English letter
// that is not ASCII has to be decided on. Nothing is judged before the reader asks for the letter; from then on the
// errors follow her.

import { findGrapheme, keyOf, nonAsciiInAnswers, nonAsciiInText, replaceGrapheme } from "../letters/characters.js";
import { fieldOf } from "../letters/fields.js";
import { judgeAnswers } from "../letters/validation.js";
import { showCharacters } from "./character-list.js";
import { part } from "./elements.js";
import { hideProblems, showProblems } from "./error-summary.js";
import { sheetParagraphs } from "./letter-sheet.js";
import { pointInto, pointIntoParagraphs } from "./selection.js";

/** @import { Control } from "./form-answers.js" */
/** @import { Entry } from "../letters/characters.js" */
/** @import { LetterEditor } from "./letter-editor.js" */
/** @import { ScrollAnchoring } from "./scroll-anchoring.js" */

export class LetterCheck {
  /**
   * refresh(): shows anew all that follows from the answers and the letter.
   * @param {HTMLFormElement} form
   * @param {Guide} guide
   * @param {LetterEditor} letter
   * @param {ScrollAnchoring} anchoring
   * @param {() => void} refresh
   */
  constructor(form, guide, letter, anchoring, refresh) {
    this.form = form;
    this.guide = guide;
    this.letter = letter;
    this.anchoring = anchoring;
    this.refresh = refresh;
    this.characters = part(form, "[data-characters]");
    this.asked = false;
    /** @type {Set<string>} */
    /** @type {Set<string>} */
    this.accepted = new Set();
  }

  // Whether the letter can be handed over; where it cannot, the reader is led to the reason.
  passes() {
    this.asked = true;
    const findings = judgeAnswers(this.guide, this.letter.effective);
    this.anchoring.during(() => showProblems(this.form, this.guide, findings, true));
    if (findings.length) leadTo(part(this.form, "[data-error-summary]"));
    else if (this.showOpenCharacters()) leadTo(this.characters);
    else return true;
    return false;
  }

  // Once they were shown, errors and characters follow what is written.
  follow() {
    const { form, guide } = this;
    if (this.asked) showProblems(form, guide, judgeAnswers(guide, this.letter.effective), false);
    if (!this.characters.hidden) this.showOpenCharacters();
  }

  forget() {
    this.asked = false;
    this.accepted = new Set();
    hideProblems(this.form, this.guide);
  }

  showOpenCharacters() {
    const { guide, letter } = this;
    const english = letter.effective["letter-language"] === guide.letterLanguages[0];
    const found = letter.own ? nonAsciiInText(guide, letter.text) : nonAsciiInAnswers(guide, letter.paragraphs);
    const open = english ? found.filter((entry) => !this.accepted.has(keyOf(entry))) : [];
    showCharacters(
      this.characters,
      guide,
      open,
      (id) => fieldOf(guide, id)?.label ?? guide.words["the-letter"],
      (entry, replacement) => this.decide(entry, replacement),
      (entry) => this.goTo(entry),
    );
    return open.length > 0;
  }

  /**
   * @param {Entry} entry
   * @param {string | null} replacement
   */
  decide(entry, replacement) {
    /** @param {string} text */
    const mend = (text) => replaceGrapheme(this.guide, text, entry, replacement ?? "");
    if (replacement === null) this.accepted.add(keyOf(entry));
    else if (!entry.field) this.letter.rewrite(mend);
    else {
      const control = this.controlOf(entry);
      control.value = mend(control.value);
    }
    this.refresh();
    if (this.characters.hidden) part(this.form, '.mg-actions [data-action="copy"]').focus();
    else this.characters.focus({ preventScroll: true });
  }

  /**
   * Where nothing can take a character's place, the reader is led to it.
   * @param {Entry} entry
   */
  goTo(entry) {
    /** @param {string} text */
    const placeIn = (text) => findGrapheme(this.guide, text, entry);
    if (entry.field) {
      const control = this.controlOf(entry);
      pointInto(control, placeIn(control.value));
      return;
    }
    if (!this.letter.editing) this.letter.begin();
    pointIntoParagraphs(sheetParagraphs(this.letter.sheet), placeIn);
  }

  /**
   * @param {Entry} entry
   * @returns {Control}
   */
  controlOf({ field }) {
    return part(this.form, `[name="${field}"]`);
  }
}

/** @param {HTMLElement} place */
function leadTo(place) {
  place.scrollIntoView({ block: "start" });
  place.focus({ preventScroll: true });
}
