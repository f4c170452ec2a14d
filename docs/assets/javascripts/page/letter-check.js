// What is looked at before a letter is handed over: nothing may be missing, and every character of an English letter
// that is not ASCII has to be decided on. Nothing is judged before the reader asks for the letter; from then on the
// errors follow her.

import { judgeAnswers } from "../letters/validation.js";
import { part } from "./elements.js";
import { showProblems } from "./error-summary.js";
import { leadTo } from "./focus.js";
import { showMissing } from "./missing.js";
import { OpenCharacters } from "./open-characters.js";
import { holding } from "./scroll-anchoring.js";
import { today } from "./today.js";

/** @import { Finding } from "../letters/validation.js" */
/** @import { LetterEditor } from "./letter-editor.js" */

export class LetterCheck {
  /**
   * refresh(): shows anew all that follows from the answers and the letter.
   * @param {HTMLFormElement} form
   * @param {Guide} guide
   * @param {LetterEditor} letter
   * @param {() => void} refresh
   */
  constructor(form, guide, letter, refresh) {
    this.form = form;
    this.guide = guide;
    this.letter = letter;
    this.characters = new OpenCharacters(form, guide, letter, refresh);
    this.asked = false;
  }

  // Whether the letter can be handed over; where it cannot, the reader is led to the reason.
  passes() {
    this.asked = true;
    const { findings } = this;
    holding(() => showProblems(this.form, this.guide, findings, true));
    if (findings.length) leadTo(part(this.form, "[data-error-summary]"));
    else if (this.characters.show()) leadTo(this.characters.place);
    else return true;
    return false;
  }

  // Wrong and missing answers, and questions that the page alone insists on.
  /** @returns {Finding[]} */
  get findings() {
    return judgeAnswers(this.guide, this.letter.effective, today(), true);
  }

  // Once they were shown, errors and characters follow what is written.
  follow() {
    if (this.asked) showProblems(this.form, this.guide, this.findings, false);
    if (this.characters.shown) this.characters.show();
  }

  showMissing() {
    showMissing(this.form, this.guide, this.letter.effective, this.findings);
  }

  forget() {
    if (this.asked) showProblems(this.form, this.guide, [], true);
    this.asked = false;
    this.characters.forget();
  }
}
