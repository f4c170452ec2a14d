// What the reader entered, kept in this tab: in its sessionStorage, for a day after the last change.
//
// An entry is {version, at, answers, asTyped, byHand}, or {version, at, off: true} where she wants nothing kept.
// It is read when the page opens and when it comes back from the back/forward cache.

import { part } from "./elements.js";

/** @import { Answers } from "../letters/answers.js" */
/** @import { OwnParagraph } from "../letters/own-wording.js" */
/** @typedef {{answers: Answers, asTyped: Record<string, string>, byHand: Record<string, OwnParagraph[]>}} Content */

const VERSION = 2;
const LONGEST = 864e5; // milliseconds: a day

/** @type {string | null} */
let seen = null;
let held = "";

// Sites below one origin share its storage, so the key carries the site's path; its languages share their answers.
// Asked within each attempt: a page that does not say its path loses what is kept, and nothing else.
function key() {
  const { base } = JSON.parse(part(document, "#__config").textContent);
  return `case-generator ${new URL(base, location.href).pathname}`;
}

/**
 * Returns whether it could be kept: storage may be forbidden or full, and the page works without it.
 * @param {Content} content
 */
export function keep(content) {
  const text = JSON.stringify(content);
  // Looking at the page is no change: only a change begins the day anew.
  if (text === held) return true;
  // Put together as text: it is made at every key, and the answers are text already.
  held = put(text.slice(1)) ? text : "";
  return held !== "";
}

export function keepNothing() {
  held = "";
  put('"off":true}');
}

export function forget() {
  held = "";
  seen = null;
  attempt((storage) => storage.removeItem(key()));
}

/** @returns {{state: "none" | "off" | "expired" | "unreadable", content?: undefined} | {state: "kept", content: Content}} */
export function kept() {
  seen = attempt((storage) => storage.getItem(key()));
  held = "";
  if (seen === null) return { state: "none" };
  const entry = attempt(() => JSON.parse(/** @type {string} */ (seen)));
  if (!sound(entry)) return { state: "unreadable" };
  if (entry.off) return { state: "off" };
  // A time to come is no time of ours.
  if (Math.abs(Date.now() - entry.at) > LONGEST) return { state: "expired" };
  const { answers, asTyped, byHand } = entry;
  const content = { answers, asTyped, byHand };
  held = JSON.stringify(content);
  return { state: "kept", content };
}

// Whether the entry is still what this page has read or written last, and not too old.
export function unchanged() {
  const before = seen;
  return kept().state !== "expired" && before === seen;
}

/** @param {string} rest what follows in the entry's text */
function put(rest) {
  const text = `{"version":${VERSION},"at":${Date.now()},${rest}`;
  const done = attempt((storage) => storage.setItem(key(), text)) !== null;
  if (done) seen = text;
  return done;
}

/** @param {any} entry */
function sound(entry) {
  if (entry?.version !== VERSION || !Number.isFinite(entry.at)) return false;
  if (entry.off) return true;
  /** @param {any} value */
  const texts = (value) => isObject(value) && Object.values(value).every((text) => typeof text === "string");
  /** @param {any} value */
  const paragraph = (value) => texts(value) && ["id", "made", "text"].every((name) => name in value);
  /** @param {any} value */
  const letter = (value) => Array.isArray(value) && value.every(paragraph);
  const { answers, asTyped, byHand } = entry;
  return texts(answers) && texts(asTyped) && isObject(byHand) && Object.values(byHand).every(letter);
}

/** @param {any} value */
function isObject(value) {
  return value instanceof Object && !Array.isArray(value);
}

/**
 * @template Result
 * @param {(storage: Storage) => Result} use
 */
function attempt(use) {
  try {
    return use(window.sessionStorage);
  } catch {
    return null;
  }
}
