// From what was found in AWS's mail to the letter that answers it: what she takes over becomes answers, as if typed.

import { named, part } from "./elements.js";
import { asAwsWrites } from "./reply-request.js";

/** @import { Judgement } from "../replies/verdict.js" */

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} generator
 * @param {string} letter
 * @param {Judgement} judgement
 * @param {ReplyData} data
 */
export function writeLetter(form, generator, letter, judgement, data) {
  choose(part(form, `[name="letter"][value="${letter}"]`));
  const [number] = judgement.cases;
  if (number && !named(form, "case-id").value) type(form, "case-id", number);
  if (letter === "correct") correct(form, generator, judgement, data);
  const panel = part(form, "[data-letter-panel]");
  panel.scrollIntoView({ block: "start" });
  part(panel, "[data-letter]").focus({ preventScroll: true });
}

/**
 * Each ready sentence can be ticked once: what else differs goes into the notes, in the same words.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} generator
 * @param {Judgement} judgement
 * @param {ReplyData} data
 */
function correct(form, generator, { findings, reasons }, { corrections }) {
  /** @type {{tick: string, blanks: Record<string, string>}[]} */
  const sentences = [];
  /** @type {(correction: Correction, ...values: string[]) => void} */
  const say = ({ tick, blanks }, ...values) => {
    sentences.push({ tick, blanks: Object.fromEntries(blanks.map((name, place) => [name, values[place]])) });
  };
  for (const { match, text, wanted } of findings) {
    const isAddress = (wanted || text).includes("@");
    const { address, candidateId } = corrections;
    if (match === "near") say(isAddress ? address : candidateId, asAwsWrites(text), asAwsWrites(wanted));
    else if (match === "foreign" && isAddress) say(corrections.foreign, text);
  }
  if (reasons.includes("reversed")) say(corrections.reversed);
  const ticked = new Set();
  const notes = [];
  for (const { tick, blanks } of sentences) {
    if (ticked.has(tick)) notes.push(sentence(form, generator, tick, blanks));
    else {
      ticked.add(tick);
      choose(part(form, `[data-answer="${tick}"]`));
      for (const [name, value] of Object.entries(blanks)) type(form, name, value);
    }
  }
  addToNotes(form, notes);
}

/**
 * Below what she has written herself; what already stands there is not said again.
 * @param {HTMLFormElement} form
 * @param {string[]} lines
 */
function addToNotes(form, lines) {
  const own = named(form, "notes").value.trimEnd();
  const written = own.split("\n");
  const added = lines.filter((line) => !written.includes(line));
  if (added.length) type(form, "notes", [...(own ? [own] : []), ...added].join("\n"));
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} generator
 * @param {string} tick
 * @param {Record<string, string>} blanks
 */
function sentence(form, generator, tick, blanks) {
  /** @type {Guide} */
  const guide = JSON.parse(part(generator, 'script[data-name="guide"]').textContent);
  const line = guide.paragraphs.statements.lines.find(({ when }) => when.some((each) => tick in each));
  const text = line?.text[named(form, "letter-language").value] ?? [];
  return text.map((words, place) => (place % 2 ? blanks[words] : words)).join("");
}

/** @param {HTMLElement} control */
function choose(control) {
  const choice = /** @type {HTMLInputElement} */ (control);
  choice.checked = true;
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
