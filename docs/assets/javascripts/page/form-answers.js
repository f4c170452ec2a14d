// The reader's answers, in the form's controls, and which of them count as she typed them.

import { repairAnswer } from "../letters/answers.js";
import { reasonFor } from "../letters/composition.js";
import { shownValue } from "./address-value.js";
import { named, part, parts } from "./elements.js";
import { showNotes } from "./field-notes.js";
import { setValue } from "./roles.js";
import { followTicked, tickEqual } from "./same-as.js";

/** @import { Answers } from "../letters/answers.js" */
/** @import { Content } from "./session-storage.js" */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Control */

export class FormAnswers {
  /**
   * undone(): called when the reader has taken a repair back.
   * @param {HTMLFormElement} form
   * @param {Guide} guide
   * @param {() => void} undone
   */
  constructor(form, guide, undone) {
    this.form = form;
    this.guide = guide;
    this.undone = undone;
    /** @type {Record<string, string>} */
    this.asTyped = {};
    // What the notes beside a field were made of.
    /** @type {Record<string, string>} */
    this.noted = {};
    this.standard = Object.values(guide.letterWords).flatMap(({ reasons }) => Object.values(reasons));
    // What a control is never changes, and to ask all of them takes longer than to read what stands in them.
    this.known = this.allControls.map((control) => {
      const { name, type, dataset } = control;
      return { control, name, type, answer: dataset.answer, chosen: /radio|checkbox/.test(type) };
    });
  }

  // AWS's mail is no answer.
  /** @returns {HTMLInputElement[]} */
  get allControls() {
    return parts(this.form, ":is(input, textarea)[name]:not(reply-reader *)");
  }

  // All that a browser may fill in, answers or not.
  get asShown() {
    /** @type {any[]} */
    const all = [...this.form.elements];
    return all.map(({ value, checked }) => value + checked).join();
  }

  // What FormData would give, which takes longer than all the rest of a refresh. A tick has an answer of its own; what it
  // is named and worth is one entry of a list in ANSWERS.json.
  read() {
    followTicked(this.form);
    /** @type {Answers} */
    const answers = {};
    for (const { control, name, type, answer, chosen } of this.known) {
      if (chosen && !control.checked) continue;
      answers[answer ?? name] = answer ? "yes" : shownValue({ type, value: control.value });
    }
    return answers;
  }

  reset() {
    this.form.reset();
    this.asTyped = {};
  }

  /**
   * Of the answers that were kept those that still have a control.
   * @param {Content} content
   */
  fillIn({ answers, asTyped }) {
    for (const { control, name, answer } of this.known) {
      const value = answers[answer ?? name];
      if (value !== undefined) setValue(control, answer ? control.value : value);
    }
    this.asTyped = asTyped;
    tickEqual(this.form);
  }

  /**
   * What the address names is chosen; whether it names something that there is not.
   * @param {string[]} names
   */
  chooseFromAddress(names) {
    const wanted = new URLSearchParams(location.search);
    const unknown = names.filter((name) => {
      const radio = this.allControls.find((control) => control.name === name && control.value === wanted.get(name));
      if (radio) radio.checked = true;
      return !radio && wanted.has(name);
    });
    return unknown.length;
  }

  /**
   * The reason follows the situation and the letter's language until the reader words it anew.
   * @param {Answers} answers
   */
  followSituation(answers) {
    for (const { id, defaultFrom } of this.guide.fields) {
      if (!defaultFrom) continue;
      /** @type {Control} */
      const control = named(this.form, id);
      const own = control.value !== "" && !this.standard.includes(control.value);
      if (own || (document.activeElement === control && control.value === "")) continue;
      const wanted = reasonFor(this.guide, answers[defaultFrom], answers["letter-language"], "");
      if (control.value !== wanted) control.value = wanted;
      answers[id] = wanted;
    }
  }

  // Whatever has come into a field since its notes were made, from the reader or from a script.
  repair() {
    const { form, guide, noted } = this;
    followTicked(form);
    for (const field of guide.fields) {
      // A date stays as she writes dates; the letter shows what was made of it.
      if (!field.format || field.kind === "date") continue;
      const control = named(form, field.id);
      const before = shownValue(control);
      if (noted[field.id] === before) continue;
      const after = this.asTyped[field.id] === before ? before : repairAnswer(guide, field, before);
      if (after !== before) control.value = after;
      noted[field.id] = after;
      showNotes(part(form, `[data-aside="${field.id}"]`), guide, field, before, after, () => {
        this.asTyped[field.id] = before;
        control.value = before;
        control.focus({ preventScroll: true });
        this.undone();
      });
    }
  }
}
