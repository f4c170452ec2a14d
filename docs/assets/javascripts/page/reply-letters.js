// From what was found in AWS's mail to the letter that answers it: what she takes over becomes answers, as if typed.

import { named, part } from "./elements.js";
import { asAwsWrites } from "./reply-request.js";

/** @import { Judgement } from "../replies/verdict.js" */
/** @typedef {{correction: Correction, blanks: Record<string, string>}} Sentence */

export class ReplyLetters {
  /**
   * @param {HTMLFormElement} form
   * @param {ReplyData} data
   */
  constructor(form, data) {
    this.form = form;
    this.data = data;
    // What was ticked and filled in here, for this mail or an earlier one: whatever else stands there is hers.
    /** @type {Set<Correction>} */
    this.ticked = new Set();
    /** @type {Map<string, string>} */
    this.filledIn = new Map();
    /** @type {string[]} */
    this.noted = [];
  }

  /**
   * @param {string} letter
   * @param {Judgement} judgement
   */
  write(letter, judgement) {
    const { form } = this;
    choose(part(form, `[name="letter"][value="${letter}"]`), true);
    const [number] = judgement.cases;
    if (number && !named(form, "case-id").value) type(form, "case-id", number);
    if (letter === "correct") this.correct(sentencesOf(judgement, this.data));
    const panel = part(form, "[data-letter-panel]");
    panel.scrollIntoView({ block: "start" });
    part(panel, "[data-letter]").focus({ preventScroll: true });
  }

  /**
   * Each ready sentence can be ticked once: what else differs goes into the notes, in the same words.
   * @param {Sentence[]} sentences
   */
  correct(sentences) {
    for (const ticked of this.ticked) {
      // What was ticked for an earlier mail goes, unless she has changed what its blanks say.
      if (sentences.some(({ correction }) => correction === ticked) || this.isHers(ticked, {})) continue;
      this.ticked.delete(ticked);
      choose(this.tickOf(ticked), false);
    }
    const said = new Set();
    const notes = [];
    for (const { correction, blanks } of sentences) {
      if (said.has(correction) || this.isHers(correction, blanks)) notes.push(this.sentence(correction, blanks));
      else {
        this.fillIn(correction, blanks);
        said.add(correction);
      }
    }
    this.note(notes);
  }

  /**
   * Whether a sentence is ticked and says something else than what was filled in here, or is to be now.
   * @param {Correction} correction
   * @param {Record<string, string>} blanks
   */
  isHers(correction, blanks) {
    if (!this.tickOf(correction).checked) return false;
    return correction.blanks.some((name) => {
      const { value } = named(this.form, name);
      return value && value !== this.filledIn.get(name) && value !== blanks[name];
    });
  }

  /**
   * @param {Correction} correction
   * @param {Record<string, string>} blanks
   */
  fillIn(correction, blanks) {
    const control = this.tickOf(correction);
    if (!control.checked) this.ticked.add(correction);
    choose(control, true);
    for (const [name, value] of Object.entries(blanks)) {
      type(this.form, name, value);
      // It may have been repaired.
      this.filledIn.set(name, named(this.form, name).value);
    }
  }

  /**
   * Below what she has written herself; what already stands there is not said again, what was said of an earlier mail
   * goes.
   * @param {string[]} lines
   */
  note(lines) {
    const before = named(this.form, "notes").value.trimEnd();
    const kept = before.split("\n").filter((line) => lines.includes(line) || !this.noted.includes(line));
    const own = kept.join("") ? kept : [];
    const added = lines.filter((line) => !own.includes(line));
    this.noted = [...this.noted.filter((line) => own.includes(line)), ...added];
    const after = [...own, ...added].join("\n");
    if (after !== before) type(this.form, "notes", after);
  }

  /**
   * @param {Correction} correction
   * @param {Record<string, string>} blanks
   */
  sentence({ tick }, blanks) {
    /** @type {Guide} */
    const guide = JSON.parse(part(document, 'script[data-name="guide"]').textContent);
    const line = guide.paragraphs.statements.lines.find(({ when }) => when.some((each) => tick in each));
    const text = line?.text[named(this.form, "letter-language").value] ?? [];
    return text.map((words, place) => (place % 2 ? blanks[words] : words)).join("");
  }

  /**
   * @param {Correction} correction
   * @returns {HTMLInputElement}
   */
  tickOf({ tick }) {
    return part(this.form, `[data-answer="${tick}"]`);
  }
}

/**
 * @param {Judgement} judgement
 * @param {ReplyData} data
 */
function sentencesOf({ findings, reasons }, { corrections }) {
  const { address, candidateId, foreign, reversed } = corrections;
  /** @type {Sentence[]} */
  const sentences = [];
  /** @type {(correction: Correction, ...values: string[]) => void} */
  const say = (correction, ...values) => {
    const blanks = Object.fromEntries(correction.blanks.map((name, place) => [name, values[place]]));
    sentences.push({ correction, blanks });
  };
  for (const { match, text, wanted } of findings) {
    const isAddress = (wanted || text).includes("@");
    if (match === "near") say(isAddress ? address : candidateId, asAwsWrites(text), asAwsWrites(wanted));
    else if (match === "foreign" && isAddress) say(foreign, text);
  }
  if (reasons.includes("reversed")) say(reversed);
  return sentences;
}

/**
 * @param {HTMLInputElement} choice
 * @param {boolean} checked
 */
function choose(choice, checked) {
  choice.checked = checked;
  tell(choice);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} value
 */
function type(form, name, value) {
  const control = named(form, name);
  control.value = value;
  tell(control);
}

/** @param {HTMLElement} control */
function tell(control) {
  for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
}
