// The element <case-generator>. Its form is in the page already; this gives it life.
//
// Life cycle: connected: the data is read from the page, the situation from the address, listeners are bound.
// Every input settles the answers anew and paints the letter and the companion from them; nothing is judged before
// the reader asks for the letter, and from then on the errors follow her. Disconnected: the listeners go.
// Answers live in the form's controls and nowhere else.

import { asked, repairAnswer, settle } from "./answering.js";
import { compose, letterText, reasonFor } from "./composing.js";
import { itemText, showCompanion } from "./form-companion.js";
import { filled, judge } from "./judging.js";
import { showLetter } from "./letter-sheet.js";
import { hideProblems, showProblems } from "./problem-list.js";
import { copy, fileName, save, select } from "./taking-away.js";

export class CaseGenerator extends HTMLElement {
  connectedCallback() {
    this.guide = JSON.parse(this.querySelector('script[data-name="guide"]').textContent);
    this.form = this.querySelector("form");
    this.asking = false;
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.form.addEventListener("input", (event) => this.onInput(event), { signal });
    this.form.addEventListener("compositionend", () => this.refresh(), { signal });
    this.form.addEventListener("change", (event) => this.onChange(event), { signal });
    this.form.addEventListener("submit", (event) => this.onSubmit(event), { signal });
    this.form.addEventListener("click", (event) => this.onClick(event), { signal });
    this.addEventListener("keydown", keepFromTheme, { signal });
    this.chooseSituation();
    this.glossByLanguage();
    this.refresh();
  }

  disconnectedCallback() {
    this.listening.abort();
    clearTimeout(this.announcing);
  }

  answers() {
    return Object.fromEntries(new FormData(this.form));
  }

  onInput(event) {
    if (event.isComposing) return;
    this.refresh();
    this.announce();
  }

  onChange(event) {
    const { name } = event.target;
    const field = this.guide.fields.find((known) => known.id === name);
    if (field && field.kind !== "choice") {
      const repaired = repairAnswer(this.guide, field, event.target.value);
      if (repaired !== event.target.value) event.target.value = repaired;
    }
    if (name === "letter-language") this.glossByLanguage();
    this.refresh();
  }

  onSubmit(event) {
    event.preventDefault();
    this.take((text) => this.copyText(text, this.guide.words.copied + " " + this.afterCopy(), this.sheet));
  }

  onClick(event) {
    const button = event.target.closest("[data-action]");
    if (!button || button.type === "submit") return;
    const item = button.closest("[data-form-item]");
    if (item) this.copyItem(item);
    else if (button.dataset.action === "download") this.take((text) => this.saveText(text));
    else if (button.dataset.action === "print") this.take(() => window.print());
    else if (button.dataset.action === "clear") this.clear();
  }

  get sheet() {
    return this.form.querySelector("[data-letter]");
  }

  // The letter is handed over only when nothing is missing; else the reader is told what is.
  take(hand) {
    this.asking = true;
    const findings = judge(this.guide, this.settled);
    this.refresh();
    if (findings.length === 0) {
      hand(this.text);
      return;
    }
    const summary = this.form.querySelector("[data-error-summary]");
    summary.scrollIntoView({ block: "start" });
    summary.focus({ preventScroll: true });
  }

  copyText(text, told, shownIn) {
    copy(text).then(
      () => this.say(told),
      () => {
        select(shownIn);
        this.say(this.guide.words["copy-failed"]);
      },
    );
  }

  copyItem(item) {
    const { words } = this.guide;
    if (item.dataset.fill === "letter") {
      this.take((text) => this.copyText(text, `${words.copied} ${this.afterCopy()}`, this.sheet));
      return;
    }
    const label = item.querySelector(".mg-item-label").textContent.trim();
    const text = itemText(this.guide, item, this.settled, this.text);
    if (text) this.copyText(text, filled(words["copied-item"], { label }), item.querySelector("[data-item-value]"));
    else this.say(filled(words["item-missing"], { label }));
  }

  saveText(text) {
    save(text, fileName(this.guide, this.settled.letter));
    this.say(this.guide.words.saved);
  }

  afterCopy() {
    return this.guide.letters[this.settled.letter].sentBy === "form" ? this.guide.words["after-copy"] : "";
  }

  clear() {
    if (!window.confirm(this.guide.words["clear-question"])) return;
    this.form.reset();
    this.asking = false;
    hideProblems(this.form, this.guide);
    this.glossByLanguage();
    this.refresh();
    this.say(this.guide.words.cleared);
  }

  chooseSituation() {
    const wanted = new URLSearchParams(location.search).get("situation");
    for (const radio of this.form.elements.situation ?? []) {
      if (radio.value === wanted) radio.checked = true;
    }
  }

  // A reader of the letter's own language needs no translation, but can ask for one.
  glossByLanguage() {
    this.form.querySelector('[data-toggle="gloss"]').checked =
      this.answers()["letter-language"] !== this.guide.reader;
  }

  refresh() {
    this.followSituation();
    this.settled = settle(this.guide, this.answers());
    this.showAsked();
    const language = this.settled["letter-language"];
    const paragraphs = compose(this.guide, this.settled, language);
    this.text = letterText(paragraphs);
    const glossLanguage =
      this.guide.reader === language
        ? this.guide.letterLanguages.find((other) => other !== language)
        : this.guide.reader;
    showLetter(
      this.sheet,
      this.guide,
      { language, paragraphs },
      {
        language: glossLanguage,
        paragraphs: compose(this.guide, this.settled, glossLanguage),
        shown: this.form.querySelector('[data-toggle="gloss"]').checked,
      },
    );
    showCompanion(this.form, this.guide, this.settled);
    if (this.asking) showProblems(this.form, this.guide, judge(this.guide, this.settled));
  }

  // The reason follows the situation and the letter's language until the reader words it anew.
  followSituation() {
    const answers = this.answers();
    const language = answers["letter-language"];
    for (const field of this.guide.fields.filter((known) => known.defaultFrom)) {
      const control = this.form.elements[field.id];
      const every = Object.values(this.guide.spoken).flatMap((words) => Object.values(words.reasons));
      if (control.value !== "" && !every.includes(control.value)) continue;
      if (document.activeElement === control && control.value === "") continue;
      const wanted = reasonFor(this.guide, answers[field.defaultFrom], language, "");
      if (control.value !== wanted) control.value = wanted;
    }
  }

  showAsked() {
    for (const field of this.guide.fields) {
      const place = this.form.querySelector(`[data-field="${field.id}"]`);
      place.hidden = !asked(field, this.settled);
      if (field.states) {
        const address = place.querySelector("[data-address]");
        address.hidden = this.settled[`${field.id}-is`] !== "another";
      }
    }
    for (const group of this.form.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector("[data-field]:not([hidden])");
    }
  }

  // A second of quiet first: a screen reader would read every key press out otherwise.
  announce() {
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => this.say(this.guide.words.updated), 1000);
  }

  say(text) {
    clearTimeout(this.announcing);
    this.form.querySelector('[role="status"]').textContent = text;
  }
}

// Material's shortcuts are single keys and fire from radios and buttons too: "n" would leave the page.
function keepFromTheme(event) {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
}

customElements.define("case-generator", CaseGenerator);
