// What is said to the reader: one status line, seen and read out.

import { write } from "./elements.js";

/** @import { ScrollAnchoring } from "./scroll-anchoring.js" */

export class Announcer {
  /**
   * @param {HTMLElement} status
   * @param {ScrollAnchoring} anchoring
   */
  constructor(status, anchoring) {
    this.status = status;
    this.anchoring = anchoring;
    this.waiting = 0;
  }

  /** @param {string} text */
  say(text) {
    this.stop();
    this.anchoring.during(() => write(this.status, text));
  }

  /**
   * A second of quiet first: a screen reader would read every key press out otherwise.
   * @param {string} text
   */
  sayLater(text) {
    this.stop();
    this.waiting = setTimeout(() => this.say(text), 1000);
  }

  stop() {
    clearTimeout(this.waiting);
  }
}
