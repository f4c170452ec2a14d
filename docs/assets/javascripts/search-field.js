// The theme's search box, made so that nothing of search is loaded before it is used, and that any text which comes into
// its field is searched for. It runs before the theme's script, which asks for a worker when it finds the box.

import { WorkerOnDemand } from "./search/worker-on-demand.js";

const box = /** @type {HTMLElement} */ (document.querySelector(".md-search"));
const field = /** @type {HTMLInputElement} */ (box.querySelector(".md-search__input"));
const state = /** @type {HTMLElement} */ (box.querySelector(".md-search-result__meta"));
const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"));

// The theme has no other way to be given a worker. Who asks after it for one gets the browser's own again.
const { Worker: BrowserWorker } = window;
window.Worker = /** @type {any} */ (workerOfTheTheme);

function workerOfTheTheme() {
  window.Worker = BrowserWorker;
  const worker = new WorkerOnDemand(box.dataset, (words) => {
    state.textContent = words;
  });
  field.addEventListener("focus", () => worker.start());
  toggle.addEventListener("change", () => worker.start());
  if (new URLSearchParams(location.search).has("q")) worker.start();
  return worker;
}

// The theme looks at the field when a key is let go. Dictation, pasting by a long press and what an input method
// commits at a tap come without one, and the button that empties the field is told of before it is empty.
const tell = () => field.dispatchEvent(new Event("keyup"));
field.addEventListener("input", tell);
field.addEventListener("compositionend", tell);
field.form?.addEventListener("reset", () => setTimeout(tell));

// At Tab the theme takes the focus out of the field; WebKit then begins anew at the top of the page, and what comes after
// the header is never reached. The search is closed without that.
field.addEventListener("keydown", (event) => {
  if (event.key !== "Tab") return;
  event.stopPropagation();
  if (toggle.checked) toggle.click();
});
