// What is kept in this tab, unless the reader switches it off, and what she is told of it.

import { say } from "./announcer.js";
import { part, show, write } from "./elements.js";
import { forget, keep, keepNothing, kept } from "./session-storage.js";

/** @import { Answers } from "../letters/answers.js" */
/** @import { Content } from "./session-storage.js" */

export class KeptAnswers {
  /**
   * blank: the answers of a form in which nothing was answered.
   * @param {HTMLFormElement} form
   * @param {Guide} guide
   * @param {Answers} blank
   */
  constructor(form, guide, blank) {
    this.guide = guide;
    this.blank = JSON.stringify(blank);
    this.place = part(form, "[data-kept]");
    /** @type {HTMLInputElement} */
    this.switch = part(form, '[data-toggle="keep"]');
  }

  read() {
    const { state, content } = kept();
    this.switch.checked = state !== "off";
    if (/expired|unreadable/.test(state)) forget();
    this.tell(`kept-${state}`);
    return content;
  }

  /** @param {Content} content */
  keep(content) {
    if (!this.switch.checked) return;
    if (JSON.stringify(content.answers) === this.blank) forget();
    else if (!keep(content)) this.tell("kept-nowhere");
  }

  switched() {
    if (!this.switch.checked) keepNothing();
    this.tell(this.switch.checked ? "" : "kept-off");
  }

  erase() {
    if (this.switch.checked) forget();
    else keepNothing();
    this.tell("");
  }

  /** @param {string} name of the words, if there is anything to say */
  tell(name) {
    const text = this.guide.words[name] ?? "";
    // Seen at the switch, and heard from the one status line that there is.
    if (text && text !== this.place.textContent) say(text);
    write(this.place, text);
    show(this.place, text);
  }
}
