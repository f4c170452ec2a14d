// Every address and candidate ID in a text: which of them are hers, or nearly.

import { joins, placesLike, TAKEN } from "./differences.js";
import { without } from "./passages.js";

/** @typedef {"source" | "destination" | ""} Role */
/** @typedef {"login" | "notification" | "candidate-id" | "other"} Kind */
/** @typedef {{id: string, value: string, role: Role, kind: Kind}} Asked what she asked for */
/** @typedef {{start: number, end: number, text: string, cost: number, asked?: Asked}} Found */

const LOCAL = /[a-z0-9_%+][a-z0-9._%+'&~-]*$/;
const DOMAIN = /^[a-z0-9.-]*[a-z0-9]/;
const LONGEST = 128;

/**
 * In the order of the text. cost: how many signs differ from what was asked; without asked it is none of hers.
 * @param {string} text
 * @param {Asked[]} asked
 * @param {ReplyData} data
 * @returns {Found[]}
 */
export function findAll(text, asked, data) {
  const lower = inSmallLetters(text);
  const taken = new Uint8Array(text.length);
  /** @type {Found[]} */
  const found = [];
  /** @type {(start: number, end: number, cost: number, asked?: Asked) => void} */
  const take = (start, end, cost, mine) => {
    if (taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    found.push({ start, end, text: text.slice(start, end), cost, asked: mine });
  };
  for (const mine of asked) takeEqual(lower, mine, take);
  /** @type {[number, number][]} */
  const places = found.sort(byPlace).map(({ start, end }) => [start, end]);
  const free = without(lower, places, TAKEN);
  const near = asked.flatMap((mine) => placesLike(lower, mine.value, free).map((place) => ({ ...place, mine })));
  near.sort((one, other) => one.cost - other.cost);
  for (const { start, end, cost, mine } of near) take(start, end, cost, mine);
  takeAddresses(lower, data, taken, take);
  for (const { index, 0: id } of lower.matchAll(new RegExp(data.candidateId, "gu"))) {
    take(index, index + id.length, Infinity);
  }
  return found.sort(byPlace);
}

/**
 * @param {Found} one
 * @param {Found} other
 */
function byPlace(one, other) {
  return one.start - other.start;
}

/**
 * Of as many signs as before, which not every small letter has.
 * @param {string} text
 */
export function inSmallLetters(text) {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/**
 * @param {string} text
 * @param {Asked} mine
 * @param {(start: number, end: number, cost: number, asked: Asked) => void} take
 */
function takeEqual(text, mine, take) {
  const { length } = mine.value;
  for (let at = text.indexOf(mine.value); at >= 0; at = text.indexOf(mine.value, at + 1)) {
    if (!joins(text, at - 1, -1) && !joins(text, at + length, 1)) take(at, at + length, 0, mine);
  }
}

/**
 * Whatever else is an address; AWS's own are passed over.
 * @param {string} text
 * @param {ReplyData} data
 * @param {Uint8Array} taken the places in the text that are something else
 * @param {(start: number, end: number, cost: number) => void} take
 */
function takeAddresses(text, { ownDomains }, taken, take) {
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    if (taken[at]) continue;
    const before = text.slice(Math.max(at - LONGEST, 0), at);
    const [local] = LOCAL.exec(before.slice(before.lastIndexOf(" ") + 1)) ?? [""];
    const [domain] = DOMAIN.exec(text.slice(at + 1, at + LONGEST)) ?? [""];
    const own = ownDomains.some((name) => domain === name || domain.endsWith(`.${name}`));
    if (local && domain.includes(".") && !own) take(at - local.length, at + 1 + domain.length, Infinity);
  }
}
