// What an English letter holds that is not ASCII and that the reader has not decided on yet, and what she can do about
// it: each finding has its proposal first, and can be left as it is.

import { findingsIn, findingsInAnswers, keyOf, placeOf, replaceGrapheme } from "../letters/characters.js";
import { fieldOf } from "../letters/fields.js";
import { fill } from "../letters/placeholders.js";
import { suggestionFor } from "../letters/suggestions.js";
import { showCharacters } from "./character-list.js";
import { named, part, parts } from "./elements.js";
import { leadTo } from "./focus.js";
import { sheetParagraphs } from "./letter-sheet.js";
import { pointInto, pointIntoParagraphs } from "./selection.js";

/** @import { Finding } from "../letters/characters.js" */
/** @import { Proposal } from "./character-list.js" */
/** @import { Control } from "./form-answers.js" */
/** @import { LetterEditor } from "./letter-editor.js" */

export class OpenCharacters {
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
    this.refresh = refresh;
    this.place = part(form, "[data-characters]");
    /** @type {Set<string>} */
    this.accepted = new Set();
  }

  get shown() {
    return !this.place.hidden;
  }

  get findings() {
    const { guide, letter, accepted } = this;
    if (letter.effective["letter-language"] !== guide.letterLanguages[0]) return [];
    return letter.own
      ? findingsIn(guide, letter.text, "", accepted)
      : findingsInAnswers(guide, letter.paragraphs, accepted);
  }

  // Whether there is any.
  show() {
    const { findings, guide } = this;
    /** @param {string} id */
    const labelOf = (id) => fieldOf(guide, id)?.label ?? guide.words["the-letter"];
    showCharacters(this.place, guide, findings, labelOf, (finding) => this.propose(finding));
    return findings.length;
  }

  forget() {
    this.accepted = new Set();
  }

  /**
   * @param {Finding} finding
   * @returns {Proposal}
   */
  propose(finding) {
    const { form, guide, letter } = this;
    const { words, warnings, letterLanguages } = guide;
    const { field, ascii, language } = finding;
    /** @type {Proposal} */
    const proposal = { hint: "", choices: [] };
    /** @type {(text: string, press: () => void) => void} */
    const offer = (text, press) => proposal.choices.push({ text, press });
    if (ascii === null) {
      const { text = "", opens, rewritten } = suggestionFor(guide, field, letter.effective[field]);
      proposal.hint = text;
      for (const answer of rewritten) offer(this.replacing(answer), () => this.rewrite(finding, answer));
      offer(words[field ? "character-go" : "character-go-letter"], () => this.goTo(finding));
      // Leading to a group of the form, where something is asked in it.
      const group = parts(form, `[data-part="${opens}"]`).find(({ hidden }) => !hidden);
      if (group) offer(fill(words["text-opens"], { group: group.ariaLabel }), () => openFirst(group));
      // A letter in the language of what she wrote. One that she edited by hand would be another letter.
      if (field && letterLanguages.includes(language)) {
        const named = { language: warnings.languages[language] };
        offer(fill(words["text-letter-language"], named), () => this.writeIn(language));
      }
    } else offer(ascii ? this.replacing(ascii) : words["character-drop"], () => this.mend([finding]));
    offer(words["character-accept"], () => this.accept(finding));
    return proposal;
  }

  /** @param {string} ascii */
  replacing(ascii) {
    const { words } = this.guide;
    return fill(words["character-replace"], { ascii: ascii === " " ? words["character-space"] : ascii });
  }

  /** @param {string} language */
  writeIn(language) {
    const radio = part(this.form, `[name="letter-language"][value="${language}"]`);
    radio.click();
    radio.focus();
  }

  /** @param {Finding} finding */
  accept({ field, graphemes }) {
    for (const unit of graphemes) this.accepted.add(keyOf(field, unit));
    this.decided();
  }

  mendAll() {
    this.mend(this.findings.filter(({ ascii }) => ascii !== null));
  }

  /** @param {Finding[]} findings */
  mend(findings) {
    for (const finding of findings) {
      const ascii = /** @type {string} */ (finding.ascii);
      this.change(finding, (text) => replaceGrapheme(this.guide, text, finding.graphemes[0], ascii));
    }
    this.decided();
  }

  /**
   * @param {Finding} finding
   * @param {string} answer
   */
  rewrite(finding, answer) {
    this.change(finding, () => answer);
    this.decided();
  }

  /**
   * @param {Finding} finding
   * @param {(text: string) => string} change
   */
  change(finding, change) {
    if (!finding.field) this.letter.rewrite(change);
    else {
      const control = this.controlOf(finding);
      control.value = change(control.value);
    }
  }

  decided() {
    this.refresh();
    if (this.shown) this.place.focus({ preventScroll: true });
    else part(this.form, '.mg-actions [data-action="copy"]').focus();
  }

  /** @param {Finding} finding */
  goTo(finding) {
    /** @param {string} text */
    const placeIn = (text) => placeOf(this.guide, text, finding);
    if (finding.field) {
      const control = this.controlOf(finding);
      pointInto(control, placeIn(control.value));
      return;
    }
    if (!this.letter.editing) this.letter.begin();
    pointIntoParagraphs(sheetParagraphs(this.letter.sheet), placeIn);
  }

  /**
   * @param {Finding} finding
   * @returns {Control}
   */
  controlOf({ field }) {
    return named(this.form, field);
  }
}

/**
 * The first part of a group that has something to choose, opened.
 * @param {HTMLElement} group
 */
function openFirst(group) {
  /** @type {HTMLDetailsElement[]} */
  const all = parts(group, ".mg-sentences");
  const first = all.find(({ hidden }) => !hidden);
  leadTo(first ? part(first, "summary") : group, "start", group);
}
