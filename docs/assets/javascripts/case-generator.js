// The element <case-generator>. Its form is in the page already; this gives it life.
//
// Life cycle: connected: the data is read from the page, the situation from the address, listeners are bound.
// Every input settles the answers anew and paints the letter and the companion from them; nothing is judged before
// the reader asks for the letter, and from then on the errors follow her. Disconnected: the listeners go.
// Answers live in the form's controls, words written by hand in byHand; both are kept in this tab's storage, unless the
// reader wants nothing kept. What is sent, copied or printed comes from them, never from what the page shows.

import { asked, effectiveAnswers, repairAnswer } from "./letters/answers.js";
import {
  findGrapheme,
  keyOf,
  nonAsciiInAnswers,
  nonAsciiInText,
  replaceGrapheme,
} from "./letters/characters.js";
import { compose, letterText, paragraphText, reasonFor } from "./letters/composition.js";
import { fieldOf } from "./letters/fields.js";
import { isBehind, ownRows, ownText, ownWords } from "./letters/own-wording.js";
import { fill } from "./letters/placeholders.js";
import { judgeAnswers } from "./letters/validation.js";
import { shownValue } from "./page/address-value.js";
import { showCharacters } from "./page/character-list.js";
import { copy, giveText, howToCopy, offerText } from "./page/clipboard.js";
import { fileName, save } from "./page/download.js";
import { part, parts, show, write } from "./page/elements.js";
import { hideProblems, showProblems } from "./page/error-summary.js";
import { showComparisons, showNotes } from "./page/field-notes.js";
import { itemText, showCompanion, takeTicksBack, tick } from "./page/form-companion.js";
import {
  editSheet,
  paragraphId,
  restoreText,
  sheetParagraphs,
  showLetter,
  writtenText,
} from "./page/letter-sheet.js";
import { saveReminder } from "./page/reminder.js";
import { setValue, showRoles, swapRoles } from "./page/roles.js";
import { ScrollAnchoring } from "./page/scroll-anchoring.js";
import { pointInto, pointIntoParagraphs } from "./page/selection.js";
import { forget, keep, keepNothing, kept, unchanged } from "./page/session-storage.js";

const TAP_ENDS_AFTER = 600; // milliseconds

export class CaseGenerator extends HTMLElement {
  connectedCallback() {
    this.guide = JSON.parse(this.querySelector('script[data-name="guide"]').textContent);
    this.form = this.querySelector("form");
    this.sheet = this.form.querySelector("[data-letter]");
    this.characters = this.form.querySelector("[data-characters]");
    this.status = this.form.querySelector('[role="status"]');
    this.gloss = this.form.querySelector('[data-toggle="gloss"]');
    this.keeping = this.form.querySelector('[data-toggle="keep"]');
    this.places = new Map(
      [...this.form.querySelectorAll("[data-field]")].map((place) => [place.dataset.field, place]),
    );
    this.byHandBox = this.form.querySelector("[data-copy-by-hand]");
    this.forgetState();
    this.pressed = false;
    this.touched = false;
    this.waiting = [];
    this.anchoring = new ScrollAnchoring(this.form);
    this.listening = new AbortController();
    const { signal } = this.listening;
    const listen = (target, type, handle) => target.addEventListener(type, handle.bind(this), { signal });
    listen(this.form, "input", this.onInput);
    listen(this.form, "compositionend", this.onInput);
    listen(this.form, "change", this.onChange);
    // No change is told where the converted text equals the one before, so the field is set right on leaving it.
    listen(this.form, "focusout", ({ target }) => target.type === "email" && showValue(target, shownValue(target)));
    listen(this.form, "click", this.onClick);
    listen(this.form, "focusin", this.onFocus);
    listen(window, "pointerdown", this.onPress);
    listen(window, "pointerup", this.onRelease);
    listen(window, "pointercancel", this.onReleased);
    listen(window, "click", this.onReleased);
    // Enter in a field must not reload the page.
    listen(this.form, "submit", (event) => event.preventDefault());
    listen(this, "keydown", keepFromTheme);
    listen(this.sheet, "focusin", this.restoreParagraph);
    listen(this.sheet, "compositionstart", this.restoreParagraph);
    listen(this.sheet, "beforeinput", this.onBeforeInput);
    listen(document, "copy", (event) => giveText(event, this.byHandBox, this.offered));
    listen(window, "beforeprint", this.writeSheetAnew);
    listen(window, "pageshow", this.onPageShow);
    this.start();
  }

  disconnectedCallback() {
    this.listening.abort();
    clearTimeout(this.announcing);
    clearTimeout(this.releasing);
  }

  start() {
    this.restore();
    // A link that names a situation is obeyed when it is followed; what she has chosen since then outlives it.
    const { type } = performance.getEntriesByType("navigation")[0] ?? {};
    const returning = type === "reload" || type === "back_forward";
    if (!returning || !this.form.elements.situation.value) this.chooseSituation();
    this.glossByLanguage();
    this.refresh();
    this.compare();
  }

  // What was kept is the one memory: a browser that fills fields in again on its own knows nothing of what was
  // changed or erased on another page of this tab.
  restore() {
    const { state, content } = kept();
    this.form.reset();
    this.blank ??= JSON.stringify(this.answers());
    this.forgetState();
    this.stopEditing();
    for (const aside of this.form.querySelectorAll("[data-aside]")) aside.replaceChildren();
    hideProblems(this.form, this.guide);
    this.keeping.checked = state !== "off";
    if (content) {
      const answered = Object.entries(content.answers);
      const names = new Set(parts(this.form, "input[name], textarea[name]").map(({ name }) => name));
      for (const [name, value] of answered) if (names.has(name)) setValue(this.form.elements[name], value);
      this.asTyped = new Map(Object.entries(content.asTyped));
      this.byHand = new Map(Object.entries(content.byHand));
    }
    if (state === "expired" || state === "unreadable") forget();
    if (state !== "none" && state !== "kept") this.tellKeeping(`kept-${state}`);
  }

  onPageShow({ persisted }) {
    if (!persisted && !this.touched) this.start();
    else if (persisted && !unchanged()) {
      this.restore();
      this.glossByLanguage();
    }
    this.refresh();
    this.compare();
  }

  keepAnswers(answers) {
    if (!this.keeping.checked) return;
    const { asTyped, byHand } = this;
    if (JSON.stringify(answers) === this.blank) forget();
    else if (!keep({ answers, asTyped: Object.fromEntries(asTyped), byHand: Object.fromEntries(byHand) })) {
      this.tellKeeping("kept-nowhere");
    }
  }

  tellKeeping(told) {
    const place = part(this.form, "[data-kept]");
    const text = told ? this.guide.words[told] : "";
    // Seen at the switch, and heard from the one status line that there is.
    if (text && text !== place.textContent) this.say(text);
    write(place, text);
    show(place, Boolean(text));
  }

  forgetState() {
    this.asking = false;
    this.editing = false;
    this.copied = false;
    this.asTyped = new Map();
    this.byHand = new Map();
    this.accepted = new Set();
  }

  // What FormData would give, which takes longer than all the rest of a refresh.
  answers() {
    const given = parts(this.form, "input[name], textarea[name]").filter(
      ({ type, checked }) => checked || (type !== "radio" && type !== "checkbox"),
    );
    return Object.fromEntries(given.map((control) => [control.name, shownValue(control)]));
  }

  // Which letter the reader's own words belong to: each one has its own, in each language.
  get letterKey() {
    return `${this.effective.letter} ${this.effective["letter-language"]}`;
  }

  get own() {
    return this.byHand.get(this.letterKey);
  }

  get edited() {
    return Boolean(this.own);
  }

  onInput(event) {
    if (event.isComposing) return;
    this.touched = true;
    if (this.sheet.contains(event.target)) {
      this.writeByHand(event.target);
      // What she writes into the letter herself need not be told to her, only that it is not copied.
      if (this.copied) this.changed();
      return;
    }
    this.refresh();
    this.changed();
  }

  writeByHand(paragraph) {
    if (!this.own) this.byHand.set(this.letterKey, ownWords(this.paragraphs));
    const id = paragraphId(paragraph);
    this.own.find((known) => known.id === id).text = writtenText(paragraph);
    this.refresh();
  }

  // Only what the reader writes herself is taken from the page. A paragraph that reads otherwise before she writes was
  // changed by something else, a translation of the page for one: its text is put back.
  restoreParagraph({ target }) {
    const paragraph = target.closest("[data-letter-paragraph]");
    if (!this.editing || !paragraph) return false;
    return restoreText(paragraph, this.paragraphTextNow(paragraphId(paragraph)));
  }

  paragraphTextNow(id) {
    const own = this.own?.find((known) => known.id === id);
    return own ? own.text : paragraphText(this.paragraphs.find((known) => known.id === id));
  }

  onBeforeInput(event) {
    if (event.isComposing || !this.restoreParagraph(event)) return;
    event.preventDefault();
    this.say(this.guide.words.translated);
  }

  // Leaving a field by pressing elsewhere changes the page under the pointer, and the click would miss what was
  // pressed: so the change waits until the click has happened.
  onChange(event) {
    if (this.pressed) this.waiting.push(event.target);
    else this.settleChange(event.target);
  }

  // WebKit takes a field that lies under the header for one that can be seen, and Firefox, when it is busy, now and then
  // leaves out the scrolling: what the keyboard goes to is brought into view here, once the browser had its turn.
  onFocus({ target }) {
    this.anchoring.touch(target);
    if (this.pressed || !target.matches("a, button, input, textarea")) return;
    bringIntoView(target);
    requestAnimationFrame(() => document.activeElement === target && bringIntoView(target));
  }

  onPress({ target }) {
    clearTimeout(this.releasing);
    this.pressed = true;
    if (this.form.contains(target)) this.anchoring.touch(target);
  }

  // A mouse clicks at once. After a finger the browser first makes sure that it was a tap, and a tap on nothing may be
  // followed by no click at all.
  onRelease({ pointerType }) {
    this.releasing = setTimeout(() => this.onReleased(), pointerType === "mouse" ? 0 : TAP_ENDS_AFTER);
  }

  onReleased() {
    this.pressed = false;
    this.settleWaiting();
  }

  settleWaiting() {
    for (const control of this.waiting.splice(0)) this.settleChange(control);
  }

  settleChange(target) {
    const { name } = target;
    const field = fieldOf(this.guide, name);
    this.touched = true;
    if (field?.format) this.anchoring.during(() => this.repair(field, target, shownValue(target)));
    if (name === "letter-language") this.glossByLanguage();
    if (target === this.keeping) {
      if (!target.checked) keepNothing();
      this.tellKeeping(target.checked ? "" : "kept-off");
    }
    this.refresh();
    this.compare();
  }

  // Not at every key: half an address says nothing of its domain.
  compare() {
    this.anchoring.during(() => showComparisons(this.form, this.guide, this.effective));
  }

  repair(field, control, before) {
    const after = this.asTyped.get(field.id) === before ? before : repairAnswer(this.guide, field, before);
    const undo = () => {
      this.asTyped.set(field.id, before);
      control.value = before;
      control.focus({ preventScroll: true });
      this.anchoring.during(() => this.repair(field, control, before));
      this.refresh();
    };
    if (after !== before) control.value = after;
    const shown = after !== before ? { before, after, undo } : null;
    showNotes(this.form.querySelector(`[data-aside="${field.id}"]`), this.guide, field, after, shown);
  }

  onClick(event) {
    const button = event.target.closest("[data-action]");
    if (!button) return;
    this.settleWaiting();
    const item = button.closest("[data-form-item]");
    const actions = {
      copy: () => (item && item.dataset.fill !== "letter" ? this.copyItem(item, button) : this.copyLetter(button)),
      download: () => this.take((text) => this.saveText(text)),
      print: () => this.take(() => window.print()),
      done: () => tick(button),
      edit: () => this.edit(),
      regenerate: () => this.regenerate(),
      reminder: () => this.saveCalendar(),
      swap: () => this.swap(),
      clear: () => this.clear(),
      erase: () => this.clear(),
    };
    actions[button.dataset.action]?.();
  }

  // The letter is handed over only when nothing is missing and every strange character was decided on.
  take(hand) {
    this.asking = true;
    const findings = judgeAnswers(this.guide, this.effective);
    this.anchoring.during(() => showProblems(this.form, this.guide, findings, true));
    if (findings.length) this.lead(this.form.querySelector("[data-error-summary]"));
    else if (this.showStrange()) this.lead(this.characters);
    else hand(this.text);
  }

  lead(place) {
    place.scrollIntoView({ block: "start" });
    place.focus({ preventScroll: true });
  }

  showStrange() {
    const english = this.effective["letter-language"] === this.guide.letterLanguages[0];
    const found = this.edited ? nonAsciiInText(this.guide, this.text) : nonAsciiInAnswers(this.guide, this.paragraphs);
    const open = english ? found.filter((entry) => !this.accepted.has(keyOf(entry))) : [];
    const labelOf = (id) => fieldOf(this.guide, id)?.label ?? this.guide.words["the-letter"];
    showCharacters(
      this.characters,
      this.guide,
      open,
      labelOf,
      (entry, replacement) => this.decide(entry, replacement),
      (entry) => this.goTo(entry),
    );
    return open.length > 0;
  }

  // Once it was shown, the list follows what is written.
  followStrange() {
    if (!this.characters.hidden) this.showStrange();
  }

  decide(entry, replacement) {
    const mend = (text) => replaceGrapheme(this.guide, text, entry, replacement);
    if (replacement === null) this.accepted.add(keyOf(entry));
    else if (!entry.field) {
      for (const known of this.own) known.text = mend(known.text);
    } else {
      const control = this.form.elements[entry.field];
      control.value = mend(control.value);
    }
    this.refresh();
    if (this.characters.hidden) this.form.querySelector('.mg-actions [data-action="copy"]').focus();
    else this.characters.focus({ preventScroll: true });
  }

  // Where nothing can take a character's place, the reader is led to it.
  goTo(entry) {
    const placeIn = (text) => findGrapheme(this.guide, text, entry);
    if (entry.field) {
      const control = this.form.elements[entry.field];
      pointInto(control, placeIn(control.value));
      return;
    }
    if (!this.editing) this.beginEditing();
    pointIntoParagraphs([...sheetParagraphs(this.sheet)], placeIn);
  }

  copyLetter(button) {
    const reply = this.guide.letters[this.effective.letter].sentBy !== "form";
    const told = this.guide.words[reply ? "copied" : "copied-request"];
    this.take((text) => this.copyText(text, told, button, button.closest(".mg-actions, li")));
  }

  copyItem(item, button) {
    const { words } = this.guide;
    const label = item.querySelector(".mg-item-label").textContent.trim();
    const text = itemText(this.guide, item, this.effective);
    if (text) this.copyText(text, fill(words["copied-item"], { label }), button, item);
    else this.say(fill(words["item-missing"], { label }));
  }

  copyText(text, told, button, place) {
    copy(text).then(
      () => {
        this.byHandBox.hidden = true;
        this.say(told);
        this.mark(button);
      },
      () => {
        const how = howToCopy(this.guide.words);
        this.offered = text;
        offerText(this.byHandBox, text, place, how);
        this.say(how);
      },
    );
  }

  // The button that copied says so until something changes.
  mark(button) {
    this.unmark();
    this.copied = true;
    this.marked = button;
    write(button.querySelector("[data-says]"), this.guide.words["copied-button"]);
  }

  unmark() {
    const words = this.marked?.closest("[data-form-item]") ? "copy-item" : "copy";
    if (this.marked) write(this.marked.querySelector("[data-says]"), this.guide.words[words]);
    this.marked = null;
  }

  saveText(text) {
    save(text, fileName(this.guide, this.effective.letter));
    this.say(this.guide.words.saved);
  }

  saveCalendar() {
    saveReminder(this.guide);
    this.say(this.guide.words.saved);
  }

  edit() {
    if (this.editing) {
      this.stopEditing();
      this.refresh();
    } else this.take(() => this.beginEditing());
  }

  beginEditing() {
    this.editing = this.letterKey;
    const button = this.form.querySelector('[data-action="edit"]');
    button.setAttribute("aria-pressed", "true");
    button.textContent = this.guide.words["edit-done"];
    this.refresh();
    this.sheet.querySelector("[data-letter-paragraph]").focus();
  }

  regenerate() {
    if (!window.confirm(this.guide.words["regenerate-question"])) return;
    this.byHand.delete(this.letterKey);
    this.anchoring.during(() => {
      this.stopEditing();
      this.refresh();
    });
    // The button that was pressed has gone.
    this.sheet.focus({ preventScroll: true });
    this.say(this.guide.words.regenerated);
  }

  stopEditing() {
    this.editing = false;
    // Whatever was written into the paragraphs goes from them; the letter is shown anew from what is known of it.
    this.sheet.replaceChildren();
    const button = this.form.querySelector('[data-action="edit"]');
    button.setAttribute("aria-pressed", "false");
    button.textContent = this.guide.words.edit;
  }

  swap() {
    swapRoles(this.form, this.guide);
    this.refresh();
    this.compare();
    this.changed();
  }

  clear() {
    if (window.confirm(this.guide.words["clear-question"])) this.anchoring.during(() => this.erase());
  }

  erase() {
    if (this.keeping.checked) forget();
    else keepNothing();
    this.byHandBox.hidden = true;
    this.byHandBox.querySelector("[data-text]").textContent = "";
    this.offered = "";
    this.unmark();
    this.tellKeeping("");
    this.restore();
    takeTicksBack(this.form);
    this.glossByLanguage();
    this.refresh();
    this.compare();
    this.say(this.guide.words.cleared);
  }

  chooseSituation() {
    const wanted = new URLSearchParams(location.search).get("situation");
    for (const radio of this.form.elements.situation) {
      if (radio.value === wanted) radio.checked = true;
    }
  }

  // A reader of the letter's own language needs no translation, but can ask for one.
  glossByLanguage() {
    this.gloss.checked = this.answers()["letter-language"] !== this.guide.reader;
  }

  refresh() {
    this.anchoring.during(() => this.showAll());
  }

  showAll() {
    const answers = this.answers();
    this.followSituation(answers);
    this.keepAnswers(answers);
    this.effective = effectiveAnswers(this.guide, answers, this.asTyped);
    this.showAsked();
    showRoles(this.form, this.effective);
    this.showSheet();
    showCompanion(this.form, this.guide, this.effective, this.text);
    if (this.asking) showProblems(this.form, this.guide, judgeAnswers(this.guide, this.effective), false);
    this.followStrange();
  }

  showSheet() {
    const language = this.effective["letter-language"];
    const { reader, letterLanguages, words } = this.guide;
    const glossLanguage = reader === language ? letterLanguages.find((other) => other !== language) : reader;
    if (this.editing && this.editing !== this.letterKey) this.stopEditing();
    this.paragraphs = compose(this.guide, this.effective, language);
    const { own } = this;
    this.text = own ? ownText(own) : letterText(this.paragraphs);
    show(part(this.form, "[data-edited]"), this.edited);
    show(part(this.form, "[data-behind]"), this.edited && isBehind(own, this.paragraphs));
    if (own && this.editing) {
      // Its paragraphs stay, with the caret in one of them; only what she has not written is put right.
      for (const paragraph of sheetParagraphs(this.sheet)) {
        restoreText(paragraph, this.paragraphTextNow(paragraphId(paragraph)));
      }
      editSheet(this.sheet, true);
      return;
    }
    let shown = { paragraphs: this.paragraphs, translated: compose(this.guide, this.effective, glossLanguage) };
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
    editSheet(this.sheet, Boolean(this.editing));
  }

  writeSheetAnew() {
    if (!this.editing) this.sheet.replaceChildren();
    this.showSheet();
  }

  // The reason follows the situation and the letter's language until the reader words it anew.
  followSituation(answers) {
    for (const field of this.guide.fields.filter((known) => known.defaultFrom)) {
      const control = part(this.form, `[name="${field.id}"]`);
      const every = Object.values(this.guide.letterWords).flatMap((words) => Object.values(words.reasons));
      const own = control.value !== "" && !every.includes(control.value);
      if (own || (document.activeElement === control && control.value === "")) continue;
      const wanted = reasonFor(this.guide, answers[field.defaultFrom], answers["letter-language"], "");
      if (control.value !== wanted) control.value = wanted;
      answers[field.id] = wanted;
    }
  }

  showAsked() {
    for (const field of this.guide.fields) {
      const place = this.places.get(field.id);
      show(place, asked(field, this.effective));
      if (field.states) show(part(place, "[data-address]"), this.effective[`${field.id}-is`] === "another");
    }
    for (const link of parts(this.form, "[data-situation]")) {
      show(link, link.dataset.situation === this.effective.situation);
    }
    for (const group of parts(this.form, "[data-group]")) {
      show(group, !parts(group, "[data-field]").every((place) => place.hidden));
    }
  }

  // A second of quiet first: a screen reader would read every key press out otherwise.
  changed() {
    const said = this.copied ? "not-copied-yet" : "updated";
    this.unmark();
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => this.say(this.guide.words[said]), 1000);
  }

  say(text) {
    clearTimeout(this.announcing);
    this.anchoring.during(() => write(this.status, text));
  }
}

// For an address, a browser hands over another text than it shows (a full-width domain already converted), and
// keeps showing it: for a moment the field is one for text, so that it shows what is used.
function showValue(control, value) {
  const { type } = control;
  if (type === "email") control.type = "text";
  control.value = value;
  if (type === "email") control.type = type;
}

function bringIntoView(target) {
  const { top, bottom } = target.getBoundingClientRect();
  const header = document.querySelector(".md-header").offsetHeight;
  if (top < header || bottom > innerHeight) target.scrollIntoView({ block: "nearest" });
}

// Material's shortcuts are single keys and fire from radios and buttons too: "n" would leave the page.
function keepFromTheme(event) {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
}

customElements.define("case-generator", CaseGenerator);
