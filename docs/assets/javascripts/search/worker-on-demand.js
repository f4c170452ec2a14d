// Stands in for the worker that the theme starts with every page: it starts one when search is first used.

import { READY, SETUP } from "./messages.js";

/**
 * Where the worker and its index are, and what the reader is told where they cannot be had.
 * @typedef {{ worker?: string, index?: string, onDisk?: string, failed?: string }} Settings
 */

export class WorkerOnDemand extends EventTarget {
  /**
   * @param {Settings} settings
   * @param {(words: string) => void} say
   */
  constructor(settings, say) {
    super();
    this.settings = settings;
    this.say = say;
    this.ready = false;
  }

  /** To be called at every use: what has failed is tried again. */
  start() {
    if (this.worker) return;
    if (location.protocol === "file:") {
      this.say(this.settings.onDisk ?? "");
      return;
    }
    const worker = new Worker(this.settings.worker ?? "");
    this.worker = worker;
    worker.addEventListener("message", ({ data }) => {
      this.ready ||= data.type === READY;
      this.dispatchEvent(new MessageEvent("message", { data }));
    });
    worker.addEventListener("error", () => this.fail());
    this.setUp(worker).catch(() => this.fail());
  }

  /** @param {Worker} worker */
  async setUp(worker) {
    // Both come at the same time: the worker's script and the index.
    const answer = await fetch(this.settings.index ?? "");
    if (!answer.ok) throw new Error(answer.statusText);
    worker.postMessage({ type: SETUP, data: await answer.text() });
  }

  fail() {
    if (this.ready) return;
    this.worker?.terminate();
    this.worker = undefined;
    this.say(this.settings.failed ?? "");
  }

  /**
   * The theme's messages; it has none before it is told that the worker is ready.
   * @param {unknown} message
   */
  postMessage(message) {
    this.worker?.postMessage(message);
  }
}
