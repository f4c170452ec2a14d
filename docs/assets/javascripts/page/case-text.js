// The case text as a whole: what follows from an answer, from a change of the letter, from a button.
//
// Every input settles the answers anew and paints the letter and the companion from them. Answers live in the form's
// controls, words written by hand in the letter's editor; both are kept in this tab's storage, unless the reader wants
// nothing kept.

import { effectiveAnswers } from "../letters/answers.js";
import { say } from "./announcer.js";
import { named, part, write } from "./elements.js";
import { FedParagraph } from "./fed-paragraph.js";
import { showComparisons } from "./field-notes.js";
import { FormAnswers } from "./form-answers.js";
import { showCompanion, takeTicksBack } from "./form-companion.js";
import { FormParts } from "./form-parts.js";
import { Handover } from "./handover.js";
import { KeptAnswers } from "./kept-answers.js";
import { LetterCheck } from "./letter-check.js";
import { LetterDialog } from "./letter-dialog.js";
import { LetterEditor } from "./letter-editor.js";
import { putSheetRight } from "./letter-sheet.js";
import { showQuestions } from "./questions.js";
import { saveReminder } from "./reminder.js";
import { showRoles, swapRoles } from "./roles.js";
import { holding, holdingWhereMoving } from "./scroll-anchoring.js";
import { unchanged } from "./session-storage.js";

/** @import { Control } from "./form-answers.js" */
/** @import { Content } from "./session-storage.js" */

export class CaseText {
  /**
   * @param {HTMLFormElement} form
   * @param {Guide} guide
   */
  constructor(form, guide) {
    const refresh = () => this.refresh();
    this.form = form;
    this.guide = guide;
    this.hasInput = false;
    this.nextFrame = 0;
    this.begun = "";
    this.answers = new FormAnswers(form, guide, refresh);
    this.answers.reset();
    this.kept = new KeptAnswers(form, guide, this.answers.read());
    this.letter = new LetterEditor(form, guide, refresh);
    this.check = new LetterCheck(form, guide, this.letter, refresh);
    this.parts = new FormParts(form);
    this.dialog = new LetterDialog(form);
    this.fed = new FedParagraph(form, guide);
    this.handover = new Handover(form, guide, this.letter, this.check);
    this.start();
  }

  start() {
    const restored = this.restore();
    // A link that names a situation or a letter is obeyed when it is followed; what she has chosen since then outlives it.
    // A browser that hides who it is may say nothing of how the page was reached.
    const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
    const returning = /reload|back_forward/.test(navigation?.type);
    const open = [];
    if (!returning || !named(this.form, "situation").value) open.push("situation");
    if (!returning || !restored) open.push("letter");
    const unknown = this.answers.chooseFromAddress(open);
    write(part(this.form, "[data-address-unknown]"), unknown ? this.guide.words["address-unknown"] : "");
    this.showAfresh();
    this.begun = this.answers.asShown;
  }

  // What was kept is the one memory: a browser that fills fields in again on its own knows nothing of what was
  // changed or erased on another page of this tab. Whether there was something.
  restore() {
    this.answers.reset();
    this.letter.forget();
    this.check.forget();
    this.handover.erase();
    const content = this.kept.read();
    if (!content) return false;
    this.answers.fillIn(content);
    this.letter.byHand = content.byHand;
    return true;
  }

  /**
   * persisted: from the back/forward cache, where the page was left as it is.
   * @param {PageTransitionEvent} event
   */
  shownAgain({ persisted }) {
    if (persisted && !unchanged()) {
      this.restore();
      this.showAfresh();
    } else if (persisted || this.hasInput) this.refresh();
    // To begin takes as long again as the first time: only where a browser has filled something in meanwhile.
    else if (this.answers.asShown !== this.begun) this.start();
  }

  /** @param {HTMLElement} target */
  input(target) {
    this.hasInput = true;
    this.handover.unmark();
    if (this.letter.sheet.contains(target)) this.letter.write(target);
    this.refreshWhileTyping();
  }

  /**
   * Leaving a field, or choosing.
   * @param {Control} control
   */
  settle(control) {
    this.hasInput = true;
    if (control.name === "letter-language") this.letter.glossUnlessIn(control.value);
    if (control === this.kept.switch) this.kept.switched();
    this.refresh();
  }

  edit() {
    if (this.letter.editing) {
      this.letter.stop();
      this.refresh();
    } else if (this.check.passes()) this.letter.begin();
  }

  regenerate() {
    if (!window.confirm(this.guide.words["regenerate-question"])) return;
    holding(() => this.letter.regenerate());
    // The button that was pressed has gone.
    this.letter.sheet.focus({ preventScroll: true });
    this.say("regenerated");
  }

  showForPaper() {
    this.dialog.close();
    this.letter.showAnew();
  }

  saveReminder() {
    saveReminder(this.guide);
    this.say("saved");
  }

  swap() {
    swapRoles(this.form, this.guide);
    this.handover.unmark();
    this.refresh();
  }

  clear() {
    if (window.confirm(this.guide.words["clear-question"])) holding(() => this.erase());
  }

  erase() {
    this.kept.erase();
    this.restore();
    takeTicksBack(this.form);
    this.showAfresh();
    this.say("cleared");
  }

  showAfresh() {
    this.letter.glossUnlessIn(this.answers.read()["letter-language"]);
    this.refresh();
  }

  // Not at every key: half an address is not repaired, and says nothing of its domain, nor of AWS's mail.
  refresh() {
    holding(() => {
      this.answers.repair();
      this.showAll();
      this.showPlaces();
      showComparisons(this.form, this.guide, this.letter.effective);
      this.form.dispatchEvent(new Event("settled"));
    });
  }

  // What makes the browser lay the page out waits for the frame in which it does so anyway.
  refreshWhileTyping() {
    holdingWhereMoving(() => this.showAll());
    this.nextFrame ||= requestAnimationFrame(() => holdingWhereMoving(() => this.showPlaces()));
  }

  // What need not be there before the next key: what is kept, which takes a browser as long as half of the letter; and a
  // look at the letter, which something else may have changed. What stands beside the questions and the letter: the
  // drawing of the accounts, AWS's form, how much is missing. And the paragraph that is fed, in view.
  showPlaces() {
    const { form, guide, letter } = this;
    cancelAnimationFrame(this.nextFrame);
    this.nextFrame = 0;
    this.kept.keep(/** @type {Content} */ (this.content));
    showRoles(form, letter.effective);
    showCompanion(form, guide, letter.effective, letter.text);
    this.check.showMissing();
    // While she writes, what stands in a paragraph is hers, and she looks at that one.
    if (!letter.editing) {
      putSheetRight(letter.sheet, guide);
      this.fed.bringIntoView();
    }
  }

  showAll() {
    const { form, guide, letter } = this;
    const answers = this.answers.read();
    const { asTyped } = this.answers;
    this.answers.followSituation(answers);
    this.content = { answers, asTyped, byHand: letter.byHand };
    const effective = effectiveAnswers(guide, answers, asTyped);
    showQuestions(form, guide, effective);
    letter.show(effective);
    this.handover.follow();
    this.check.follow();
    this.fed.show();
  }

  /**
   * What is said, by its name in the language's words.
   * @param {string} name
   */
  say(name) {
    say(this.guide.words[name]);
  }
}
