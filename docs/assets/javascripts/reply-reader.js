// The element <reply-reader>: AWS's mail, pasted into it, beside what she asked for.
//
// The mail stays in its field: nothing of it is kept or becomes an answer but what she takes over with a button.

import { part, write } from "./page/elements.js";
import { ReplyLetters } from "./page/reply-letters.js";
import { requestOf } from "./page/reply-request.js";
import { ReplyResult } from "./page/reply-result.js";
import { judgeReply } from "./replies/verdict.js";

const QUIET = 1000; // milliseconds: a screen reader would read every key press out otherwise

// What the letters answer that can be written here.
/** @type {Record<string, string>} */
const ANSWERED = { confirm: "as-asked", correct: "differs" };

/** @import { Judgement, Request } from "./replies/verdict.js" */

/** @type {Request} */
const TRIED = {
  asked: [
    { id: "", value: "one@example.com", kind: "login", role: "source" },
    { id: "", value: "two@example.com", kind: "login", role: "destination" },
  ],
  complete: true,
  idsComplete: true,
  kept: "",
};

export class ReplyReader extends HTMLElement {
  connectedCallback() {
    const form = /** @type {HTMLFormElement} */ (this.closest("form"));
    const generator = /** @type {HTMLElement} */ (this.closest("case-generator"));
    /** @type {ReplyData} */
    const data = JSON.parse(part(generator, 'script[data-name="replies"]').textContent);
    /** @type {HTMLTextAreaElement} */
    const mail = part(this, "textarea");
    const result = new ReplyResult(this, data);
    let letters = new ReplyLetters(form, data);
    /** @type {Judgement | undefined} */
    let judgement;
    let saying = 0;
    let said = "";
    const judge = () => {
      const answers = requestOf(form);
      const request = { ...answers, kept: result.kept(answers.asked) };
      judgement = judgeReply(mail.value, request, data);
      result.show(judgement, request);
      const { verdict } = judgement;
      clearTimeout(saying);
      if (verdict !== said) saying = setTimeout(() => say(verdict), QUIET);
    };
    /** @param {string} verdict */
    const say = (verdict) => {
      said = verdict;
      write(part(form, '[role="status"]'), data.said[verdict]);
    };
    // A browser compiles patterns when it first uses them, and the second time for speed: that takes as long again as to
    // judge a long mail.
    const whenIdle = window.requestIdleCallback ?? setTimeout;
    const tryPatterns = () => judgeReply("one@example.com two@example.com", TRIED, data);
    whenIdle(() => {
      tryPatterns();
      whenIdle(tryPatterns);
    });
    this.listening = new AbortController();
    const { signal } = this.listening;
    /** @type {(target: EventTarget, type: string, handle: (event: any) => void, capture?: boolean) => void} */
    const listen = (target, type, handle, capture) => target.addEventListener(type, handle, { signal, capture });
    for (const type of ["input", "change", "compositionend"]) {
      listen(this, type, (event) => {
        // The form must not take it for an answer.
        event.stopPropagation();
        if (type !== "input") return;
        result.forget();
        // Of another mail it is said in any case.
        said = "";
        judge();
      });
    }
    listen(form, "formdata", ({ formData }) => formData.delete(mail.name));
    // Whenever answers have changed, are repaired and shown.
    listen(form, "settled", () => judgement && mail.value && judge());
    listen(form, "reset", () => {
      clearTimeout(saying);
      letters = new ReplyLetters(form, data);
      // The form is emptied after those who listen were told.
      queueMicrotask(() => result.hide());
    });
    // A button says something itself. What follows from pressing it is said all the same.
    listen(form, "click", (event) => buttonOf(event) && clearTimeout(saying), true);
    listen(this, "click", (event) => {
      const button = buttonOf(event);
      if (button && result.press(button)) judge();
    });
    // After the generator has settled what waited for this click to end: a letter goes by what is known then.
    listen(window, "click", (event) => {
      const letter = buttonOf(event)?.dataset.replyNext;
      if (!letter || !judgement || judgement.verdict !== ANSWERED[letter]) return;
      if (letter === "correct" || result.isTicked()) letters.write(letter, judgement);
    });
  }

  disconnectedCallback() {
    this.listening?.abort();
  }
}

/**
 * The button that was pressed, if any.
 * @param {Event} event
 * @returns {HTMLButtonElement | null}
 */
function buttonOf({ target }) {
  return target instanceof Element ? target.closest("button") : null;
}

customElements.define("reply-reader", ReplyReader);
